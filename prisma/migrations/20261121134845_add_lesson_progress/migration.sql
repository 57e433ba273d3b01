-- CreateTable
CREATE TABLE "LessonProgress" (
    "userId" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "touchedAt" TIMESTAMPTZ(3) NOT NULL,
    "readAt" TIMESTAMPTZ(3),
    "place" TEXT NOT NULL,
    "figures" TEXT[],
    "answers" JSONB NOT NULL,

    CONSTRAINT "LessonProgress_pkey" PRIMARY KEY ("userId","slug")
);

-- AddForeignKey
ALTER TABLE "LessonProgress" ADD CONSTRAINT "LessonProgress_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
