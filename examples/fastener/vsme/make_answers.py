"""Writes answers.json: what the invented fastener maker answers to the form of VSME for 2025, with comparatives of 2024.

python3 make_answers.py writes the file, --check says whether it is fresh. Everything in it is made up for learning.
"""

import json
import sys
from pathlib import Path

HERE = Path(__file__).parent
V = "vsme:"


def both(now, before, **more):
    """A figure of 2025 with its comparative of 2024."""
    return [dict(value=str(now), **more), dict(value=str(before), period="2024", **more)]


def words(vi, en):
    return [dict(value=vi, language="vi"), dict(value=en, language="en")]


def sites(**values):
    names = {"dong_anh": "Nhà máy Đông Anh", "thach_that": "Nhà máy Thạch Thất"}
    return [dict(value=value, dimensions={"vsme:IdentifierOfSiteTypedAxis": names[key]}) for key, value in values.items()]


def scopes(base, target, unit="utr:tCO2e"):
    axis = "vsme:ReportingScopesAxis"
    return [
        dict(value=base, unit=unit, period="2024", decimals="1", dimensions={axis: "vsme:BaselineYearMember"}),
        dict(value=target, unit=unit, period="2030", decimals="0", dimensions={axis: "vsme:TargetYearMember"}),
    ]


def waste(diverted, disposed):
    axis = "vsme:TypeOfWasteAxis"
    made = {}
    for concept, rows in (("WasteDivertedToRecycleOrReuseMass", diverted), ("WasteDirectedToDisposalMass", disposed)):
        made[V + concept] = [
            dict(value=value, unit="utr:t", period=year, dimensions={axis: member})
            for member, years in rows.items()
            for year, value in years.items()
        ]
    return made


TURNING = "waste:W-120101-Non-Hazardous-FerrousMetalFilingsAndTurningsMember"
PAPER = "waste:W-200101-Non-Hazardous-PaperAndCardboardMember"
MIXED = "waste:W-200301-Non-Hazardous-MixedMunicipalWasteMember"
OIL = "waste:W-120107-Hazardous-Mineral-BasedMachiningOilsFreeOfHalogensExceptEmulsionsAndSolutionsMember"

VND = dict(unit="iso4217:VND")
T = dict(unit="utr:t")

answers = {
    V + "BasisForPreparation": [dict(value="vsme:OptionBBasicModuleAndComprehensiveModuleMember")],
    V + "BasisForReporting": [dict(value="vsme:IndividualMember")],
    V + "UndertakingsLegalForm": [dict(value="vsme:PrivateLimitedLiabilityUndertakingMember")],
    V + "NaceSectorClassificationCodes": [dict(value="nace:NACE_C2594 nace:NACE_C2553")],
    V + "Assets": both(163_400_000_000, 158_900_000_000, **VND, document="BCTC-2025"),
    V + "Turnover": both(214_600_000_000, 201_300_000_000, **VND, document="BCTC-2025"),
    V + "NumberOfEmployees": both(122, 118),
    V + "EmployeeCountingMethodology": [dict(value="vsme:AtTheEndOfTheReportingPeriodMember")],
    V + "TypeOfNumberOfEmployees": [dict(value="vsme:HeadcountMember")],
    V + "CountryOfPrimaryOperationsAndLocationOfSignificantAssets": [dict(value="country:VN")],
    V + "AddressOfSite": sites(dong_anh="Lô 12, Khu công nghiệp Đông Anh, xã Nguyên Khê", thach_that="Lô 7, Cụm công nghiệp Phùng Xá"),
    V + "CityOfSite": sites(dong_anh="Hà Nội", thach_that="Hà Nội"),
    V + "CountryOfSite": sites(dong_anh="country:VN", thach_that="country:VN"),
    V + "GPSLocationOfSite": sites(dong_anh="21.1560, 105.8490", thach_that="21.0010, 105.5890"),
    V + "DescriptionOfSustainabilityRelatedCertificationsOrLabels": words(
        "ISO 14001:2015, cấp ngày 14/03/2024, hết hạn 13/03/2027.", "ISO 14001:2015, issued 14 March 2024, valid to 13 March 2027."
    ),
    V + "SustainabilityIssueAddressedByPracticePolicyAndOrFutureInitiative": [
        dict(value="vsme:ClimateChangeMember vsme:CircularEconomyMember vsme:OwnWorkforceMember")
    ],
    V + "PracticePolicyAndOrFutureInitiativeIsPubliclyAvailable": [dict(value="false")],
    V + "UndertakingHasSetATargetWhichIsRelatedToAPolicy": [dict(value="true")],
    V + "DescriptionOfATargetRelatedToAPolicy": words(
        "Giảm 30 % phát thải phạm vi 1 và 2 (theo vị trí) vào năm 2030 so với năm 2024.",
        "30 % less emissions of scopes 1 and 2 (location-based) in 2030 than in 2024.",
    ),
    V + "DescriptionOfPracticesPoliciesAndOrFutureInitiatives": words(
        "Thay lò ủ than bằng lò điện, thu hồi nhiệt, mua điện tái tạo có chứng nhận.\nTuyển và đào tạo lao động địa phương.",
        "Electric annealing instead of coal, heat recovery, certified renewable power.\nLocal recruiting and training.",
    ),
    V + "MostSeniorLevelAccountableForImplementationOfPolicies": words("Giám đốc", "Managing director"),
    V + "DescriptionOfSignificantGroupsOfProductsAndOrServicesOffered": words(
        "Bu lông, đai ốc, vít thép mạ kẽm cho ô tô và xây dựng.", "Galvanised steel bolts, nuts and screws for cars and construction."
    ),
    V + "DescriptionOfSignificantMarketsTheUndertakingOperatesIn": words("Việt Nam, Liên minh châu Âu (Ý), Nhật Bản", "Viet Nam, European Union (Italy), Japan"),
    V + "DescriptionOfMainBusinessRelationships": words(
        "Bốn nhà cung cấp thép cuộn; khách hàng là nhà sản xuất phụ tùng và nhà phân phối.",
        "Four makers of wire rod; customers are makers of parts and distributors.",
    ),
    V + "DescriptionOfKeyElementsOfStrategyThatRelatesToOrAffectsSustainabilityIssues": words(
        "Giữ khách hàng châu Âu bằng số liệu phát thải có kiểm chứng.", "Keeping European customers by figures on emissions that can be verified."
    ),
    # Energy of 2025 comes from the energy account of the ledger; figures of greenhouse gases of 2025 come from the inventory; those of 2024 were stated in that year's report.
    V + "GrossScope1GreenhouseGasEmissions": [dict(value="356.2", unit="utr:tCO2e", period="2024", decimals="1", document="BC-KNK-2024")]
    + scopes("356.2", "250"),
    V + "GrossLocationBasedScope2GreenhouseGasEmissions": [dict(value="1148.9", unit="utr:tCO2e", period="2024", decimals="1", document="BC-KNK-2024")]
    + scopes("1148.9", "804"),
    V + "GrossMarketBasedScope2GreenhouseGasEmissions": [dict(value="1148.9", unit="utr:tCO2e", period="2024", decimals="1", document="BC-KNK-2024")],
    V + "GrossScope3GreenhouseGasEmissions": [dict(value="2987.4", unit="utr:tCO2e", period="2024", decimals="1", document="BC-KNK-2024")],
    V + "EnergyConsumptionFromElectricity": [
        dict(value="1545.6", unit="utr:MWh", period="2024", decimals="1", dimensions={"vsme:BreakdownOfEnergyConsumptionAxis": "vsme:NonRenewableEnergyMember"}),
        dict(value="0", unit="utr:MWh", period="2024", dimensions={"vsme:BreakdownOfEnergyConsumptionAxis": "vsme:RenewableEnergyMember"}),
    ],
    V + "EnergyConsumptionFromFuels": [
        dict(value="1243.7", unit="utr:MWh", period="2024", decimals="1", dimensions={"vsme:BreakdownOfEnergyConsumptionAxis": "vsme:NonRenewableEnergyMember"}),
        dict(value="0", unit="utr:MWh", period="2024", dimensions={"vsme:BreakdownOfEnergyConsumptionAxis": "vsme:RenewableEnergyMember"}),
        dict(value="0", unit="utr:MWh", dimensions={"vsme:BreakdownOfEnergyConsumptionAxis": "vsme:RenewableEnergyMember"}),
    ],
    V + "PubliclyAvailableDisclosure": [dict(value="false")],
    V + "AmountOfEmissionToAir": [
        dict(value="412", unit="utr:kg", dimensions={"vsme:TypeOfPollutantAxis": "vsme:NitrogenOxidesNOxNO2Member"}, document="QTMT-2025"),
        dict(value="398", unit="utr:kg", period="2024", dimensions={"vsme:TypeOfPollutantAxis": "vsme:NitrogenOxidesNOxNO2Member"}),
    ],
    V + "AmountOfEmissionToWater": [
        dict(value="7.4", unit="utr:kg", dimensions={"vsme:TypeOfPollutantAxis": "vsme:ZincAndCompoundsZnMember"}, document="QTMT-2025"),
        dict(value="9.1", unit="utr:kg", period="2024", dimensions={"vsme:TypeOfPollutantAxis": "vsme:ZincAndCompoundsZnMember"}),
    ],
    V + "SiteLocatedInABiodiversitySensitiveArea": sites(dong_anh="false", thach_that="false"),
    V + "SiteLocatedNearABiodiversitySensitiveArea": sites(dong_anh="false", thach_that="false"),
    V + "TotalUseOfLand": both(2.4, 2.4, unit="utr:ha"),
    V + "TotalSealedArea": both(1.9, 1.9, unit="utr:ha"),
    V + "TotalAmountOfWaterWithdrawnFromAllSites": both(14995, 15320, document="Hóa đơn nước"),
    V + "AmountOfWaterWithdrawnAtSitesLocatedInAreasOfHighWaterStress": both(0, 0),
    V + "WaterDischargeFromUndertakingProductionProcesses": both(6490, 6705),
    V + "UndertakingAppliesCircularEconomyPrinciples": [dict(value="true")],
    V + "DescriptionOfHowCircularEconomyPrinciplesAreApplied": words(
        "Phế thép bán lại cho nhà máy luyện thép; thùng giấy dùng lại hai lần.", "Steel scrap goes back to steelworks; cartons are used twice."
    ),
    **waste(
        {TURNING: {"2025": "68.55", "2024": "66.2"}, PAPER: {"2025": "3.64", "2024": "3.5"}, MIXED: {"2025": "0", "2024": "0"}, OIL: {"2025": "0", "2024": "0"}},
        {TURNING: {"2025": "0", "2024": "0"}, PAPER: {"2025": "0", "2024": "0"}, MIXED: {"2025": "26.95", "2024": "27.8"}, OIL: {"2025": "5.96", "2024": "6.3"}},
    ),
    V + "NameOfMaterialUsed": [dict(value="Thép cuộn", language="vi", dimensions={"vsme:IdentifierOfMaterialTypedAxis": "Thép cuộn"}), dict(value="Kẽm thỏi", language="vi", dimensions={"vsme:IdentifierOfMaterialTypedAxis": "Kẽm thỏi"})],
    V + "WeightOfMaterialUsed": [
        dict(value="1310.34", **T, dimensions={"vsme:IdentifierOfMaterialTypedAxis": "Thép cuộn"}),
        dict(value="8240", unit="utr:kg", dimensions={"vsme:IdentifierOfMaterialTypedAxis": "Kẽm thỏi"}),
    ],
    V + "NumberOfPermanentContractEmployees": both(108, 104),
    V + "NumberOfTemporaryContractEmployees": both(14, 14),
    V + "NumberOfFemaleEmployees": both(47, 44),
    V + "NumberOfMaleEmployees": both(75, 74),
    "input:employees-left": both(13, 15),
    "input:employees-begin": both(118, 115),
    "input:employees-end": both(122, 118),
    "input:hours-per-employee": both(2304, 2304),
    V + "NumberOfRecordableWorkRelatedAccidentsInTheReportingPeriod": both(2, 3),
    V + "NumberOfFatalitiesAsAResultOfWorkRelatedInjuriesAndWorkRelatedIllHealth": both(0, 0),
    V + "EmployeesReceivePayEqualOrAboveMinimumWageDeterminedByNationalLawOrCollectiveAgreement": [dict(value="true")],
    "input:pay-male": both(64200, 61000, **VND),
    "input:pay-female": both(60500, 57100, **VND),
    "input:employees-covered": both(122, 118),
    V + "AverageNumberOfAnnualTrainingHoursPerFemaleEmployee": both(14.5, 12),
    V + "AverageNumberOfAnnualTrainingHoursPerMaleEmployee": both(16, 13.5),
    V + "TotalNumberOfConvictionsForTheViolationOfAntiCorruptionAndAntiBriberyLaws": both(0, 0),
    V + "TotalAmountOfFinesForTheViolationOfAnticorruptionAndAntibriberyLaws": both(0, 0, **VND),
    V + "GreenhouseGasEmissionReductionTargetBaseYear": [dict(value="2024")],
    V + "GreenhouseGasEmissionReductionTargetYear": [dict(value="2030")],
    V + "DisclosureOfListOfMainActionsTheEntitySeeksInOrderToAchieveItsTargets": words(
        "Lò ủ điện (2027); điện mặt trời mái nhà 400 kWp (2028); xe nâng điện (2029).",
        "Electric annealing furnace (2027); 400 kWp of solar on the roof (2028); electric forklifts (2029).",
    ),
    V + "DateOfAdoptionOfTransitionPlanForUndertakingNotHavingAdoptedTransitionPlanYet": [dict(value="2026-12-31")],
    V + "DescriptionOfClimateRelatedHazardsAndClimateRelatedTransitionEvents": words(
        "Ngập do bão và mưa lớn tại Đông Anh; giá các-bon ở biên giới EU.", "Floods after typhoons at Đông Anh; the price of carbon at the border of the Union."
    ),
    V + "DisclosureOfHowItHasAssessedTheExposureAndSensitivityOfItsAssetsActivitiesAndValueChainToTheseHazardsAndTransitionEvents": words(
        "Bản đồ ngập của thành phố và doanh thu theo thị trường.", "Flood maps of the city, and turnover by market."
    ),
    V + "TimeHorizonsOfAnyClimateRelatedHazardsAndTransitionEventsIdentified": words("Ngắn hạn và trung hạn", "Short and medium term"),
    V + "DisclosureOfWhetherItHasUndertakenClimateChangeAdaptationActionsForAnyClimateRelatedHazardsAndTransitionEvents": [dict(value="true")],
    V + "PotentialAdverseEffectsOfClimateRisksThatMayAffectItsFinancialPerformanceOrBusinessOperationsInTheShortMediumOrLongTermIndicatingWhetherItAssessesTheRisksToBeHighMediumOrLow": words(
        "Gián đoạn sản xuất do ngập: trung bình. Mất đơn hàng EU: cao.", "Production stopped by floods: medium. Loss of orders from the Union: high."
    ),
    "input:management-female": [dict(value="3")],
    "input:management-male": [dict(value="5")],
    V + "TotalNumberOfSelfEmployedWorkersWithoutPersonnelThatAreWorkingExclusivelyForTheUndertaking": [dict(value="0")],
    V + "TotalNumberOfTemporaryWorkersProvidedByUndertakingsPrimarilyEngagedInEmploymentActivities": [dict(value="6")],
    V + "UndertakingHasACodeOfConductOrHumanRightsPolicyForItsOwnWorkforce": [dict(value="true")],
    V + "TypeOfContentCoveredByTheCodeOfConductOrHumanRightsPolicyForItsOwnWorkforce": [
        dict(value="vsme:ChildLabourMember vsme:ForcedLabourMember vsme:DiscriminationMember vsme:AccidentPreventionMember")
    ],
    V + "UndertakingHasAComplaintHandlingMechanismForItsOwnWorkforce": [dict(value="true")],
    V + "UndertakingHasConfirmedHumanRightsIncidentsInItsOwnWorkforce": [dict(value="false")],
    V + "UndertakingIsAwareOfAnyConfirmedIncidentsInvolvingWorkersInTheValueChainAffectedCommunitiesConsumersAndEndUsers": [dict(value="false")],
    V + "UndertakingsAreExcludedFromAnyEuReferenceBenchmarksThatAreAlignedWithTheParisAgreement": [dict(value="false")],
    "input:board-female": [dict(value="1")],
    "input:board-male": [dict(value="2")],
}

request = {
    "report": {
        "taxonomy": "vsme-2026-05-01",
        "module": "comprehensive",
        "entity": {
            "scheme": "https://example.com/vn-tax-code",
            "identifier": "0100000001",
            "name": "Công ty TNHH Cơ khí Ốc vít Sông Hồng (ví dụ / example)",
        },
        "period": "2025",
        "previous_period": "2024",
        "not_applicable": [
            {"what": "1050", "reason": "not a cooperative / không phải hợp tác xã"},
            {"what": "1380", "reason": "no revenue of these sectors / không có doanh thu từ các lĩnh vực này"},
        ],
    },
    "answers": answers,
}

text = json.dumps(request, ensure_ascii=False, indent=1) + "\n"
target = HERE / "answers.json"
if "--check" in sys.argv:
    sys.exit(0 if target.read_text(encoding="utf-8") == text else f"{target} is not what this script writes")
target.write_text(text, encoding="utf-8")
