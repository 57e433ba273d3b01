-- CreateTable
CREATE TABLE "ReviewEntry" (
    "userId" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "cardId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "day" TEXT NOT NULL,
    "rating" TEXT,
    "share" DOUBLE PRECISION,
    "confidence" INTEGER,
    "answer" JSONB,
    "misconceptions" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "undoes" UUID,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),

    CONSTRAINT "ReviewEntry_pkey" PRIMARY KEY ("userId","id")
);

-- CreateTable
CREATE TABLE "CardState" (
    "userId" TEXT NOT NULL,
    "cardId" TEXT NOT NULL,
    "stability" DOUBLE PRECISION,
    "difficulty" DOUBLE PRECISION,
    "lastDay" TEXT,
    "lastId" UUID,
    "answers" INTEGER NOT NULL DEFAULT 0,
    "lapses" INTEGER NOT NULL DEFAULT 0,
    "isSuspended" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "CardState_pkey" PRIMARY KEY ("userId","cardId")
);

-- CreateTable
CREATE TABLE "ReviewSettings" (
    "userId" TEXT NOT NULL,
    "perDay" INTEGER NOT NULL,
    "newPerDay" INTEGER NOT NULL,
    "retention" DOUBLE PRECISION NOT NULL,
    "timeZone" TEXT NOT NULL,
    "topics" TEXT[],
    "deadlineDay" TEXT,
    "deadlineTopics" TEXT[],
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ReviewSettings_pkey" PRIMARY KEY ("userId")
);

-- CreateTable
CREATE TABLE "QuizAttempt" (
    "id" UUID NOT NULL,
    "userId" TEXT NOT NULL,
    "setId" TEXT NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    "handedInAt" TIMESTAMPTZ(3),

    CONSTRAINT "QuizAttempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "QuizItem" (
    "attemptId" UUID NOT NULL,
    "questionId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "answer" JSONB,
    "confidence" INTEGER,
    "answeredAt" TIMESTAMPTZ(3),
    "share" DOUBLE PRECISION,
    "misconceptions" TEXT[] DEFAULT ARRAY[]::TEXT[],

    CONSTRAINT "QuizItem_pkey" PRIMARY KEY ("attemptId","questionId")
);

-- CreateTable
CREATE TABLE "InterviewSession" (
    "id" UUID NOT NULL,
    "userId" TEXT NOT NULL,
    "scenarioId" TEXT NOT NULL,
    "minutes" INTEGER NOT NULL,
    "isTimed" BOOLEAN NOT NULL DEFAULT true,
    "pad" JSONB NOT NULL,
    "points" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "savedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "InterviewSession_pkey" PRIMARY KEY ("userId","id")
);

-- CreateIndex
CREATE INDEX "ReviewEntry_userId_cardId_idx" ON "ReviewEntry"("userId", "cardId");

-- CreateIndex
CREATE INDEX "ReviewEntry_cardId_idx" ON "ReviewEntry"("cardId");

-- CreateIndex
CREATE INDEX "QuizAttempt_userId_setId_startedAt_idx" ON "QuizAttempt"("userId", "setId", "startedAt");

-- CreateIndex
CREATE INDEX "QuizAttempt_setId_handedInAt_idx" ON "QuizAttempt"("setId", "handedInAt");

-- CreateIndex
CREATE INDEX "QuizItem_questionId_idx" ON "QuizItem"("questionId");

-- CreateIndex
CREATE INDEX "InterviewSession_userId_startedAt_idx" ON "InterviewSession"("userId", "startedAt");

-- AddForeignKey
ALTER TABLE "ReviewEntry" ADD CONSTRAINT "ReviewEntry_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CardState" ADD CONSTRAINT "CardState_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewSettings" ADD CONSTRAINT "ReviewSettings_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuizAttempt" ADD CONSTRAINT "QuizAttempt_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuizItem" ADD CONSTRAINT "QuizItem_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "QuizAttempt"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InterviewSession" ADD CONSTRAINT "InterviewSession_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
