-- AlterEnum
ALTER TYPE "SubmissionState" ADD VALUE 'superseded';
ALTER TYPE "SubmissionState" ADD VALUE 'setAside';

-- DropIndex
DROP INDEX "Submission_state_createdAt_idx";

-- AlterTable
ALTER TABLE "Submission" ADD COLUMN     "asideReason" TEXT,
ADD COLUMN     "gradingMs" INTEGER,
ADD COLUMN     "holderId" TEXT,
ADD COLUMN     "lineAt" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
ADD COLUMN     "regradeVersion" INTEGER,
ADD COLUMN     "triedBy" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "turn" INTEGER NOT NULL DEFAULT 0,
ALTER COLUMN "createdAt" SET DEFAULT now();

-- AlterTable
ALTER TABLE "SubmissionVerdict" ADD COLUMN     "labVersion" INTEGER,
ADD COLUMN     "regradedAt" TIMESTAMPTZ(3),
ALTER COLUMN "gradedAt" SET DEFAULT now();

-- Until now a verdict came from the lab version that the submission was written for.
UPDATE "SubmissionVerdict" SET "labVersion" = "Submission"."labVersion"
FROM "Submission" WHERE "Submission"."id" = "submissionId";
ALTER TABLE "SubmissionVerdict" ALTER COLUMN "labVersion" SET NOT NULL;

-- AlterTable
ALTER TABLE "Grader" ADD COLUMN     "concurrency" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "holding" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateIndex
CREATE INDEX "Submission_state_turn_lineAt_idx" ON "Submission"("state", "turn", "lineAt");

-- CreateIndex
CREATE INDEX "Submission_labId_stepId_startedAt_idx" ON "Submission"("labId", "stepId", "startedAt");

-- CreateIndex
CREATE INDEX "Submission_regradeVersion_idx" ON "Submission"("regradeVersion");
