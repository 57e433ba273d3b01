-- AlterTable
ALTER TABLE "Session" ADD COLUMN     "hidesNames" BOOLEAN NOT NULL DEFAULT false;
