-- CreateEnum
CREATE TYPE "AttemptPolicy" AS ENUM ('best', 'last', 'lastBeforeDue');

-- CreateEnum
CREATE TYPE "ShareRule" AS ENUM ('share', 'allOrNothing');

-- CreateEnum
CREATE TYPE "AdjustmentKind" AS ENUM ('set', 'add');

-- AlterTable
ALTER TABLE "SubmissionVerdict" ADD COLUMN     "checksHeld" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "checksTotal" INTEGER NOT NULL DEFAULT 0;

-- Verdicts that are there already get their numbers from their results.
UPDATE "SubmissionVerdict" SET "checksHeld" = counted.held, "checksTotal" = counted.total
FROM (
  SELECT "submissionId" AS id, count(*)::int AS total,
    (count(*) FILTER (WHERE one ->> 'verdict' = 'pass'))::int AS held
  FROM "SubmissionVerdict", jsonb_array_elements(
    CASE WHEN jsonb_typeof(results -> 'checks') = 'array' THEN results -> 'checks' ELSE '[]' END
  ) AS one
  GROUP BY 1
) AS counted
WHERE "submissionId" = counted.id;

-- AlterTable
ALTER TABLE "Assignment" ADD COLUMN     "attemptPolicy" "AttemptPolicy" NOT NULL DEFAULT 'best',
ADD COLUMN     "points" INTEGER NOT NULL DEFAULT 10,
ADD COLUMN     "releasedAt" TIMESTAMPTZ(3),
ADD COLUMN     "shareRule" "ShareRule" NOT NULL DEFAULT 'share';

-- CreateTable
CREATE TABLE "GradeAdjustment" (
    "assignmentId" UUID NOT NULL,
    "userId" TEXT NOT NULL,
    "kind" "AdjustmentKind" NOT NULL,
    "hundredths" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "byId" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),

    CONSTRAINT "GradeAdjustment_pkey" PRIMARY KEY ("assignmentId","userId")
);

-- CreateTable
CREATE TABLE "Regrade" (
    "assignmentId" UUID NOT NULL,
    "labVersion" INTEGER NOT NULL,
    "orderedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),

    CONSTRAINT "Regrade_pkey" PRIMARY KEY ("assignmentId")
);

-- CreateTable
CREATE TABLE "RegradeResult" (
    "assignmentId" UUID NOT NULL,
    "submissionId" UUID NOT NULL,
    "isApplied" BOOLEAN NOT NULL DEFAULT false,
    "labVersion" INTEGER NOT NULL,
    "outcome" TEXT,
    "checksHeld" INTEGER NOT NULL DEFAULT 0,
    "checksTotal" INTEGER NOT NULL DEFAULT 0,
    "fault" TEXT,
    "gradedAt" TIMESTAMPTZ(3),

    CONSTRAINT "RegradeResult_pkey" PRIMARY KEY ("assignmentId","submissionId","isApplied")
);

-- CreateIndex
CREATE INDEX "GradeAdjustment_userId_idx" ON "GradeAdjustment"("userId");

-- CreateIndex
CREATE INDEX "GradeAdjustment_byId_idx" ON "GradeAdjustment"("byId");

-- CreateIndex
CREATE INDEX "RegradeResult_submissionId_idx" ON "RegradeResult"("submissionId");

-- AddForeignKey
ALTER TABLE "GradeAdjustment" ADD CONSTRAINT "GradeAdjustment_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GradeAdjustment" ADD CONSTRAINT "GradeAdjustment_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GradeAdjustment" ADD CONSTRAINT "GradeAdjustment_byId_fkey" FOREIGN KEY ("byId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Regrade" ADD CONSTRAINT "Regrade_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RegradeResult" ADD CONSTRAINT "RegradeResult_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RegradeResult" ADD CONSTRAINT "RegradeResult_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;
