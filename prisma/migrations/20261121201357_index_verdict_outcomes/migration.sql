-- CreateIndex
CREATE INDEX "SubmissionVerdict_submissionId_outcome_idx" ON "SubmissionVerdict"("submissionId", "outcome");
