-- CreateTable
CREATE TABLE "SharedRun" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "labId" TEXT NOT NULL,
    "stepId" TEXT NOT NULL,
    "labVersion" INTEGER NOT NULL,
    "checkId" TEXT NOT NULL,
    "seed" INTEGER NOT NULL,
    "cursor" INTEGER NOT NULL,
    "script" TEXT,
    "source" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SharedRun_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "SharedRun_userId_createdAt_idx" ON "SharedRun"("userId", "createdAt");

-- CreateIndex
CREATE INDEX "SharedRun_expiresAt_idx" ON "SharedRun"("expiresAt");

-- AddForeignKey
ALTER TABLE "SharedRun" ADD CONSTRAINT "SharedRun_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
