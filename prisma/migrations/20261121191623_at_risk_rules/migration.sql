-- CreateTable
CREATE TABLE "AtRiskRules" (
    "classId" UUID NOT NULL,
    "quietIsOn" BOOLEAN NOT NULL,
    "quietDays" INTEGER NOT NULL,
    "sameClaimIsOn" BOOLEAN NOT NULL,
    "sameClaimSubmissions" INTEGER NOT NULL,
    "missedIsOn" BOOLEAN NOT NULL,
    "missedDates" INTEGER NOT NULL,
    "missedOf" INTEGER NOT NULL,
    "behindIsOn" BOOLEAN NOT NULL,
    "behindPieces" INTEGER NOT NULL,

    CONSTRAINT "AtRiskRules_pkey" PRIMARY KEY ("classId")
);

-- AddForeignKey
ALTER TABLE "AtRiskRules" ADD CONSTRAINT "AtRiskRules_classId_fkey" FOREIGN KEY ("classId") REFERENCES "Class"("id") ON DELETE CASCADE ON UPDATE CASCADE;
