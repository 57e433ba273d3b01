-- Runs that were kept in the text form cannot be read any more, and an empty `run` would say
-- that they were too large. Their verdicts stay.
DELETE FROM "SubmissionFailure";

-- AlterTable
ALTER TABLE "SubmissionVerdict" ADD COLUMN     "isShrinking" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "SubmissionFailure" DROP COLUMN "trace",
ADD COLUMN     "run" BYTEA,
ADD COLUMN     "small" JSONB,
ADD COLUMN     "smallRun" BYTEA;
