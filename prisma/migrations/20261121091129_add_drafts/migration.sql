-- CreateEnum
CREATE TYPE "AttemptKind" AS ENUM ('run', 'replaced');

-- CreateTable
CREATE TABLE "Draft" (
    "userId" TEXT NOT NULL,
    "labId" TEXT NOT NULL,
    "stepId" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "version" UUID NOT NULL,
    "savedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),

    CONSTRAINT "Draft_pkey" PRIMARY KEY ("userId","labId","stepId")
);

-- CreateTable
CREATE TABLE "AttemptText" (
    "userId" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "AttemptText_pkey" PRIMARY KEY ("userId","hash")
);

-- CreateTable
CREATE TABLE "Attempt" (
    "id" UUID NOT NULL,
    "userId" TEXT NOT NULL,
    "labId" TEXT NOT NULL,
    "stepId" TEXT NOT NULL,
    "kind" "AttemptKind" NOT NULL,
    "hash" TEXT NOT NULL,
    "outcome" TEXT,
    "checksPassed" INTEGER NOT NULL DEFAULT 0,
    "checksTotal" INTEGER NOT NULL DEFAULT 0,
    "broken" TEXT NOT NULL DEFAULT '',
    "times" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),

    CONSTRAINT "Attempt_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Attempt_userId_labId_stepId_createdAt_idx" ON "Attempt"("userId", "labId", "stepId", "createdAt");

-- CreateIndex
CREATE INDEX "Attempt_userId_hash_idx" ON "Attempt"("userId", "hash");

-- AddForeignKey
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AttemptText" ADD CONSTRAINT "AttemptText_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attempt" ADD CONSTRAINT "Attempt_userId_hash_fkey" FOREIGN KEY ("userId", "hash") REFERENCES "AttemptText"("userId", "hash") ON DELETE CASCADE ON UPDATE CASCADE;
