-- CreateEnum
CREATE TYPE "CodeReviewState" AS ENUM ('draft', 'published');

-- CreateTable
CREATE TABLE "Rubric" (
    "assignmentId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "criteria" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),

    CONSTRAINT "Rubric_pkey" PRIMARY KEY ("assignmentId","version")
);

-- CreateTable
CREATE TABLE "CodeReview" (
    "id" UUID NOT NULL,
    "assignmentId" UUID NOT NULL,
    "userId" TEXT NOT NULL,
    "reviewerId" TEXT,
    "state" "CodeReviewState" NOT NULL DEFAULT 'draft',
    "version" INTEGER NOT NULL DEFAULT 1,
    "chosen" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "overridePoints" DOUBLE PRECISION,
    "overrideReason" TEXT NOT NULL DEFAULT '',
    "words" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    "publishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "CodeReview_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CodeComment" (
    "id" UUID NOT NULL,
    "reviewId" UUID NOT NULL,
    "submissionId" UUID NOT NULL,
    "firstLine" INTEGER NOT NULL,
    "lastLine" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "authorId" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    "changedAt" TIMESTAMPTZ(3),
    "resolvedAt" TIMESTAMPTZ(3),

    CONSTRAINT "CodeComment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CommentAnswer" (
    "id" UUID NOT NULL,
    "commentId" UUID NOT NULL,
    "authorId" TEXT,
    "text" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),

    CONSTRAINT "CommentAnswer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SavedComment" (
    "id" UUID NOT NULL,
    "classId" UUID NOT NULL,
    "userId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "uses" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),

    CONSTRAINT "SavedComment_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "CodeReview_userId_idx" ON "CodeReview"("userId");

-- CreateIndex
CREATE INDEX "CodeReview_reviewerId_idx" ON "CodeReview"("reviewerId");

-- CreateIndex
CREATE UNIQUE INDEX "CodeReview_assignmentId_userId_key" ON "CodeReview"("assignmentId", "userId");

-- CreateIndex
CREATE INDEX "CodeComment_reviewId_idx" ON "CodeComment"("reviewId");

-- CreateIndex
CREATE INDEX "CodeComment_submissionId_idx" ON "CodeComment"("submissionId");

-- CreateIndex
CREATE INDEX "CodeComment_authorId_idx" ON "CodeComment"("authorId");

-- CreateIndex
CREATE INDEX "CommentAnswer_commentId_createdAt_idx" ON "CommentAnswer"("commentId", "createdAt");

-- CreateIndex
CREATE INDEX "CommentAnswer_authorId_idx" ON "CommentAnswer"("authorId");

-- CreateIndex
CREATE INDEX "SavedComment_userId_idx" ON "SavedComment"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "SavedComment_classId_userId_title_key" ON "SavedComment"("classId", "userId", "title");

-- AddForeignKey
ALTER TABLE "Rubric" ADD CONSTRAINT "Rubric_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CodeReview" ADD CONSTRAINT "CodeReview_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CodeReview" ADD CONSTRAINT "CodeReview_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CodeReview" ADD CONSTRAINT "CodeReview_reviewerId_fkey" FOREIGN KEY ("reviewerId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CodeComment" ADD CONSTRAINT "CodeComment_reviewId_fkey" FOREIGN KEY ("reviewId") REFERENCES "CodeReview"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CodeComment" ADD CONSTRAINT "CodeComment_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CodeComment" ADD CONSTRAINT "CodeComment_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommentAnswer" ADD CONSTRAINT "CommentAnswer_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "CodeComment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommentAnswer" ADD CONSTRAINT "CommentAnswer_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SavedComment" ADD CONSTRAINT "SavedComment_classId_fkey" FOREIGN KEY ("classId") REFERENCES "Class"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SavedComment" ADD CONSTRAINT "SavedComment_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
