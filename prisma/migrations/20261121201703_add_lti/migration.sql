-- CreateTable
CREATE TABLE "LtiKey" (
    "id" TEXT NOT NULL,
    "sealedKey" TEXT NOT NULL,
    "publicKey" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),

    CONSTRAINT "LtiKey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LtiPlatform" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "issuer" TEXT NOT NULL,
    "clientId" TEXT NOT NULL,
    "authUrl" TEXT NOT NULL,
    "tokenUrl" TEXT NOT NULL,
    "jwksUrl" TEXT NOT NULL,
    "deploymentIds" TEXT[],
    "instructorsMakeClasses" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),

    CONSTRAINT "LtiPlatform_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LtiLogin" (
    "stateHash" TEXT NOT NULL,
    "browserHash" TEXT NOT NULL,
    "nonce" TEXT NOT NULL,
    "platformId" UUID NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "LtiLogin_pkey" PRIMARY KEY ("stateHash")
);

-- CreateTable
CREATE TABLE "LtiArrival" (
    "tokenHash" TEXT NOT NULL,
    "platformId" UUID NOT NULL,
    "launch" JSONB NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "LtiArrival_pkey" PRIMARY KEY ("tokenHash")
);

-- CreateTable
CREATE TABLE "LtiCourse" (
    "id" UUID NOT NULL,
    "platformId" UUID NOT NULL,
    "deploymentId" TEXT NOT NULL,
    "contextId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "classId" UUID NOT NULL,
    "membershipsUrl" TEXT,
    "columnsUrl" TEXT,
    "scopes" TEXT[],
    "linkedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),

    CONSTRAINT "LtiCourse_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LtiEnrolment" (
    "courseId" UUID NOT NULL,
    "userId" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "isLearner" BOOLEAN NOT NULL,

    CONSTRAINT "LtiEnrolment_pkey" PRIMARY KEY ("courseId","userId")
);

-- CreateTable
CREATE TABLE "LtiColumn" (
    "courseId" UUID NOT NULL,
    "assignmentId" UUID NOT NULL,
    "url" TEXT NOT NULL,

    CONSTRAINT "LtiColumn_pkey" PRIMARY KEY ("courseId","assignmentId")
);

-- CreateTable
CREATE TABLE "LtiScore" (
    "courseId" UUID NOT NULL,
    "assignmentId" UUID NOT NULL,
    "userId" TEXT NOT NULL,
    "sentPoints" DOUBLE PRECISION,
    "sentMax" DOUBLE PRECISION,
    "sentAt" TIMESTAMPTZ(3),
    "reason" TEXT,
    "triedAt" TIMESTAMPTZ(3),

    CONSTRAINT "LtiScore_pkey" PRIMARY KEY ("courseId","assignmentId","userId")
);

-- CreateIndex
CREATE INDEX "LtiKey_createdAt_idx" ON "LtiKey"("createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "LtiPlatform_issuer_clientId_key" ON "LtiPlatform"("issuer", "clientId");

-- CreateIndex
CREATE INDEX "LtiLogin_expiresAt_idx" ON "LtiLogin"("expiresAt");

-- CreateIndex
CREATE INDEX "LtiLogin_platformId_idx" ON "LtiLogin"("platformId");

-- CreateIndex
CREATE INDEX "LtiArrival_expiresAt_idx" ON "LtiArrival"("expiresAt");

-- CreateIndex
CREATE INDEX "LtiArrival_platformId_idx" ON "LtiArrival"("platformId");

-- CreateIndex
CREATE INDEX "LtiCourse_classId_idx" ON "LtiCourse"("classId");

-- CreateIndex
CREATE UNIQUE INDEX "LtiCourse_platformId_deploymentId_contextId_key" ON "LtiCourse"("platformId", "deploymentId", "contextId");

-- CreateIndex
CREATE INDEX "LtiEnrolment_userId_idx" ON "LtiEnrolment"("userId");

-- CreateIndex
CREATE INDEX "LtiColumn_assignmentId_idx" ON "LtiColumn"("assignmentId");

-- CreateIndex
CREATE INDEX "LtiScore_assignmentId_idx" ON "LtiScore"("assignmentId");

-- CreateIndex
CREATE INDEX "LtiScore_userId_idx" ON "LtiScore"("userId");

-- AddForeignKey
ALTER TABLE "LtiLogin" ADD CONSTRAINT "LtiLogin_platformId_fkey" FOREIGN KEY ("platformId") REFERENCES "LtiPlatform"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LtiArrival" ADD CONSTRAINT "LtiArrival_platformId_fkey" FOREIGN KEY ("platformId") REFERENCES "LtiPlatform"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LtiCourse" ADD CONSTRAINT "LtiCourse_platformId_fkey" FOREIGN KEY ("platformId") REFERENCES "LtiPlatform"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LtiCourse" ADD CONSTRAINT "LtiCourse_classId_fkey" FOREIGN KEY ("classId") REFERENCES "Class"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LtiEnrolment" ADD CONSTRAINT "LtiEnrolment_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "LtiCourse"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LtiEnrolment" ADD CONSTRAINT "LtiEnrolment_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LtiColumn" ADD CONSTRAINT "LtiColumn_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "LtiCourse"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LtiColumn" ADD CONSTRAINT "LtiColumn_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LtiScore" ADD CONSTRAINT "LtiScore_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "LtiCourse"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LtiScore" ADD CONSTRAINT "LtiScore_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LtiScore" ADD CONSTRAINT "LtiScore_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
