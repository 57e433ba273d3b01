-- CreateTable
CREATE TABLE "Viewing" (
    "id" UUID NOT NULL,
    "userId" TEXT NOT NULL,
    "viewerId" TEXT NOT NULL,
    "sessionId" TEXT NOT NULL,
    "classId" UUID,
    "reason" TEXT NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Viewing_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Viewing_userId_startedAt_idx" ON "Viewing"("userId", "startedAt");

-- CreateIndex
CREATE INDEX "Viewing_sessionId_endsAt_idx" ON "Viewing"("sessionId", "endsAt");

-- CreateIndex
CREATE INDEX "Viewing_classId_idx" ON "Viewing"("classId");

-- AddForeignKey
ALTER TABLE "Viewing" ADD CONSTRAINT "Viewing_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Viewing" ADD CONSTRAINT "Viewing_classId_fkey" FOREIGN KEY ("classId") REFERENCES "Class"("id") ON DELETE CASCADE ON UPDATE CASCADE;
