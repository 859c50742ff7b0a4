//! Footprints of PACT 2.x become footprints of 3.0, exactly; what has no place there is listed (METHODS M-262).

use super::check::{Looked, answer, each, is_old, looked_at, same_ids, under};
use super::decimal::Decimal;
use super::node::{Members, Node};
use super::rules::decimal;
use super::walk::{is_uuid, walk};
use super::{time, v2, v3};
use crate::error::{Code, Error};
use crate::limits::Limits;
use crate::number::Fraction;
use crate::told::Told;
use crate::wire::v1;

/// Migrates footprints of 2.x to 3.0.
///
/// In 2.x a figure is that of one unit, since 3.0 that of the declared amount: emissions, carbon contents and mass are
/// multiplied by `unitaryProductAmount`, exactly. Nothing is estimated; what is missing for 3.0 is a finding.
///
/// # Errors
/// As [`check`](super::check()), and `BAD_REQUEST` if the identifiers are no UUIDs, or not as many as there are footprints to
/// migrate.
///
/// # Example
/// ```
/// use emitrace::footprint::migrate;
/// use emitrace::wire::v1::FootprintMigrateRequest;
///
/// let document = r#"{"specVersion": "2.3.0", "pcf": {"declaredUnit": "liter", "unitaryProductAmount": "12",
///     "fossilGhgEmissions": "1.5", "productMassPerDeclaredUnit": "0.789"}}"#;
/// let request = FootprintMigrateRequest { document: document.into(), ..Default::default() };
/// let written = migrate(&request)?.result.document;
/// assert!(written.contains("\"fossilGhgEmissions\": \"18\""));
/// assert!(written.contains("\"productMassPerDeclaredUnit\": \"9.468\""));
/// # Ok::<(), emitrace::Error>(())
/// ```
pub fn migrate(request: &v1::FootprintMigrateRequest) -> Result<v1::FootprintAnswer, Error> {
    let read = Node::read(&request.document).map_err(under("/document"))?;
    let bad = |message: String, help: &str, path: &str| {
        Err(Error::new(Code::BadRequest, message).with_help(help).at(path))
    };
    if let Some(at) = request.ids.iter().position(|id| !is_uuid(id)) {
        return bad(
            "an identifier is no UUID".into(),
            "write it as 8-4-4-4-12 digits",
            &format!("/ids/{at}"),
        );
    }
    if !request.created.is_empty() && time::read(&request.created).is_none_or(|(_, utc)| !utc) {
        return bad("the time is none in UTC".into(), "write it as 2026-11-22T00:00:00Z", "/created");
    }
    let (mut told, mut losses, mut count) = (Told::new(&Limits::default()), Vec::new(), 0usize);
    let (document, found) = each(&read, |footprint, path| -> Result<Looked, Error> {
        if !is_old(footprint) {
            return looked_at(footprint, path, &mut told);
        }
        let old = walk(&v2::FOOTPRINT, footprint, path, &mut told);
        let mut migration = Migration { path, losses: &mut losses };
        let new = migration.footprint(&old, request.ids.get(count).map(String::as_str), &request.created)?;
        count = count.saturating_add(1);
        looked_at(&new, path, &mut told)
    })?;
    if !request.ids.is_empty() && request.ids.len() != count {
        let message = format!("{} identifiers for {count} footprints that are migrated", request.ids.len());
        return bad(message, "give one for each, or none", "/ids");
    }
    same_ids(&found, &mut told);
    answer(document, &found, None, losses, told)
}

/// One footprint on its way.
struct Migration<'a> {
    path: &'a str,
    losses: &'a mut Vec<v1::FootprintLoss>,
}

impl Migration<'_> {
    fn lost(&mut self, from: &Node, place: &str, name: &str, what: &str, reason: &str) {
        if let Some(value) = from.get(name) {
            self.losses.push(v1::FootprintLoss {
                path: format!("{}{place}/{name}", self.path),
                value: value.shown(),
                what: what.into(),
                reason: reason.into(),
            });
        }
    }

    fn footprint(&mut self, old: &Node, id: Option<&str>, created: &str) -> Result<Node, Error> {
        let mut new = Members::default();
        let mut before = old.get("precedingPfIds").map(Node::items).unwrap_or_default().to_vec();
        match id {
            Some(id) => {
                new.say("id", id);
                before.extend(old.get("id").cloned());
            }
            None => new.copy("id", old),
        }
        new.say("specVersion", v3::VERSION);
        if !before.is_empty() {
            new.put("precedingPfIds", Node::List(before));
        }
        match created {
            "" => new.copy("created", old),
            created => new.say("created", created),
        }
        for name in ["status", "validityPeriodStart", "validityPeriodEnd", "companyName", "companyIds"] {
            new.copy(name, old);
        }
        for name in ["productDescription", "productIds"] {
            new.copy(name, old);
        }
        match (old.get("productClassifications"), old.text_of("productCategoryCpc")) {
            (Some(classes), _) => {
                new.put("productClassifications", classes.clone());
                self.lost(
                    old,
                    "",
                    "productCategoryCpc",
                    "dropped",
                    "`productClassifications` stands in its place",
                );
            }
            (None, "") => {}
            (None, code)
                if code.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-".contains(&byte)) =>
            {
                let urn = format!("urn:pact:productclassification:un-cpc:{code}");
                new.put("productClassifications", Node::List(vec![Node::Text(urn)]));
                self.lost(old, "", "productCategoryCpc", "moved", "it is a `productClassifications` now");
            }
            _ => self.lost(old, "", "productCategoryCpc", "dropped", "it is no code that can stand in a URN"),
        }
        new.copy("productNameCompany", old);
        let comment = [old.text_of("comment"), old.text_of("statusComment")];
        let comment: Vec<&str> = comment.into_iter().filter(|text| !text.is_empty()).collect();
        new.say("comment", &comment.join("\n"));
        self.lost(old, "", "statusComment", "moved", "it stands at the end of `comment`");
        self.lost(old, "", "version", "dropped", "a change makes a new footprint since 3.0");
        self.lost(old, "", "updated", "dropped", "a change makes a new footprint since 3.0");
        if let Some(pcf) = old.get("pcf") {
            new.put("pcf", self.carbon(pcf)?);
        }
        new.copy("extensions", old);
        self.unknown(&mut new, old, &v2::FOOTPRINT, "");
        Ok(new.done())
    }

    /// Members that 2.x does not know stay.
    fn unknown(&mut self, new: &mut Members, old: &Node, shape: &super::shape::Shape, place: &str) {
        for (name, _) in old.members().iter().filter(|(name, _)| shape.field(name).is_none()) {
            new.copy(name, old);
            self.lost(old, place, name, "moved", "2.x does not know it; it stands where it stood");
        }
    }

    fn carbon(&mut self, old: &Node) -> Result<Node, Error> {
        let mut new = Members::default();
        let amount = decimal(old, "unitaryProductAmount").map(|amount| amount.value);
        let amount = amount.filter(|amount| !amount.is_negative() && !amount.is_zero());
        let unit = old.text_of("declaredUnit");
        new.say("declaredUnitOfMeasurement", unit);
        if let Some(stated) = old.get("unitaryProductAmount") {
            new.put("declaredUnitAmount", stated.clone());
        }
        self.mass(&mut new, old, unit, amount.as_ref())?;
        for name in
            ["referencePeriodStart", "referencePeriodEnd", "geographyRegionOrSubregion", "geographyCountry"]
        {
            new.copy(name, old);
        }
        new.copy("geographyCountrySubdivision", old);
        new.copy("boundaryProcessesDescription", old);
        for (from, to) in [
            ("pCfExcludingBiogenic", "pcfExcludingBiogenicUptake"),
            ("pCfIncludingBiogenic", "pcfIncludingBiogenicUptake"),
            ("fossilCarbonContent", "fossilCarbonContent"),
            ("biogenicCarbonContent", "biogenicCarbonContent"),
            ("fossilGhgEmissions", "fossilGhgEmissions"),
            ("dLucGhgEmissions", "landUseChangeGhgEmissions"),
            ("biogenicCarbonWithdrawal", "biogenicCO2Uptake"),
            ("otherBiogenicGhgEmissions", "biogenicNonCO2Emissions"),
            ("aircraftGhgEmissions", "aircraftGhgEmissions"),
        ] {
            self.scaled(&mut new, old, from, to, amount.as_ref())?;
            if from == "pCfIncludingBiogenic" && old.get(from).is_none() {
                self.including(&mut new, old, amount.as_ref())?;
            }
        }
        let meaning = "2.x leaves out all biogenic emissions here, 3.0 leaves out the uptake alone: compare it with its parts";
        self.lost(old, "/pcf", "pCfExcludingBiogenic", "changed", meaning);
        let meaning = "3.0 has a place for what is not CO2 alone: check that no biogenic CO2 is inside";
        self.lost(old, "/pcf", "otherBiogenicGhgEmissions", "changed", meaning);
        self.land(&mut new, old, amount.as_ref())?;
        self.lost(
            old,
            "/pcf",
            "iLucGhgEmissions",
            "dropped",
            "3.0 has no place for indirect land use change",
        );
        new.copy("packagingEmissionsIncluded", old);
        self.scaled(&mut new, old, "packagingGhgEmissions", "packagingGhgEmissions", amount.as_ref())?;
        self.standards(&mut new, old);
        for (name, value) in
            ["exemptedEmissionsPercent", "primaryDataShare"].iter().map(|name| (name, old.get(name)))
        {
            if let Some(Node::Number(number) | Node::Text(number)) = value {
                let plain = Decimal::read(number).map_or(number.clone(), |read| read.plain);
                new.put(name, Node::Text(plain));
            }
        }
        for name in
            ["exemptedEmissionsDescription", "allocationRulesDescription", "secondaryEmissionFactorSources"]
        {
            new.copy(name, old);
        }
        if let Some(rules) = old.get("productOrSectorSpecificRules").filter(|rules| !rules.items().is_empty())
        {
            new.put("productOrSectorSpecificRules", rules.clone());
        }
        let reason = "ratings went from 1 to 3 and go from 1 to 5 by other criteria now: rate again";
        self.lost(old, "/pcf", "dqi", "dropped", reason);
        let reason = "3.0 has no place for it";
        self.lost(old, "/pcf", "uncertaintyAssessmentDescription", "dropped", reason);
        self.lost(old, "/pcf", "biogenicAccountingMethodology", "dropped", reason);
        self.verification(&mut new, old);
        self.unknown(&mut new, old, v2::carbon(), "/pcf");
        Ok(new.done())
    }

    /// A figure of one unit becomes that of the declared amount.
    fn scaled(
        &mut self,
        new: &mut Members,
        old: &Node,
        from: &str,
        to: &str,
        amount: Option<&Fraction>,
    ) -> Result<(), Error> {
        let Some(value) = old.get(from) else { return Ok(()) };
        match (amount, decimal(old, from)) {
            (Some(amount), Some(_)) if *amount == Fraction::one() => new.put(to, value.clone()),
            (Some(amount), Some(read)) => new.put(to, Node::Text(read.value.try_mul(amount)?.to_string())),
            (Some(_), None) => new.put(to, value.clone()),
            (None, _) => {
                let reason = "without an amount the figure of the product is not known";
                self.lost(old, "/pcf", from, "dropped", reason);
            }
        }
        Ok(())
    }

    /// The mass, where 2.x did not ask for it: a kilogram weighs one, energy and transport nothing.
    fn mass(
        &mut self,
        new: &mut Members,
        old: &Node,
        unit: &str,
        amount: Option<&Fraction>,
    ) -> Result<(), Error> {
        let name = "productMassPerDeclaredUnit";
        if old.get(name).is_some() {
            return self.scaled(new, old, name, name, amount);
        }
        let mass = match unit {
            "kilogram" => amount.map(Fraction::to_string),
            "kilowatt hour" | "megajoule" | "ton kilometer" => Some("0".to_owned()),
            _ => None,
        };
        if let Some(mass) = mass {
            self.added(name, &mass, "it follows from the unit");
            new.say(name, &mass);
        }
        Ok(())
    }

    fn added(&mut self, name: &str, value: &str, reason: &str) {
        self.losses.push(v1::FootprintLoss {
            path: format!("{}/pcf/{name}", self.path),
            value: value.into(),
            what: "added".into(),
            reason: reason.into(),
        });
    }

    /// The total with uptake, where 2.x did not ask for it: it follows if the uptake is stated, or if nothing in the product is
    /// biogenic.
    fn including(&mut self, new: &mut Members, old: &Node, amount: Option<&Fraction>) -> Result<(), Error> {
        let uptake = decimal(old, "biogenicCarbonWithdrawal").map(|uptake| uptake.value);
        let none = decimal(old, "biogenicCarbonContent").is_some_and(|content| content.value.is_zero());
        let uptake = uptake.or_else(|| none.then(Fraction::zero));
        let total = decimal(old, "pCfExcludingBiogenic").map(|total| total.value);
        if let (Some(total), Some(uptake), Some(amount)) = (total, uptake, amount) {
            let value = total.try_add(&uptake)?.try_mul(amount)?.to_string();
            self.added("pcfIncludingBiogenicUptake", &value, "the total without uptake, and the uptake");
            new.say("pcfIncludingBiogenicUptake", &value);
        }
        Ok(())
    }

    /// Land management is one signed figure in 2.x and two since.
    fn land(&mut self, new: &mut Members, old: &Node, amount: Option<&Fraction>) -> Result<(), Error> {
        let from = "landManagementGhgEmissions";
        let removal = decimal(old, from).is_some_and(|value| value.value.is_negative());
        let to = match removal {
            true => "landManagementBiogenicCO2Removals",
            false => "landManagementBiogenicCO2Emissions",
        };
        self.scaled(new, old, from, to, amount)?;
        let reason = "2.x counts other gases and fossil emissions in, 3.0 biogenic CO2 alone: split it";
        self.lost(old, "/pcf", from, "changed", reason);
        Ok(())
    }

    fn standards(&mut self, new: &mut Members, old: &Node) {
        let mut reports: Vec<Node> = Vec::new();
        let sources = old.get("ipccCharacterizationFactorsSources").map(Node::items).unwrap_or_default();
        for report in sources.iter().chain(old.get("characterizationFactors")) {
            if !reports.contains(report) {
                reports.push(report.clone());
            }
        }
        if !reports.is_empty() {
            new.put("ipccCharacterizationFactors", Node::List(reports));
        }
        let mut standards = old.get("crossSectoralStandards").map(Node::items).unwrap_or_default().to_vec();
        for used in old.get("crossSectoralStandardsUsed").map(Node::items).unwrap_or_default() {
            let code = match used.text() {
                Some("GHG Protocol Product standard") => Node::of("GHGP-Product"),
                Some("ISO Standard 14067") => Node::of("ISO14067"),
                Some("ISO Standard 14044") => Node::of("ISO14040-44"),
                _ => used.clone(),
            };
            if !standards.contains(&code) {
                standards.push(code);
            }
        }
        if !standards.is_empty() {
            new.put("crossSectoralStandards", Node::List(standards));
        }
    }

    /// An assurance becomes a verification, if it was given.
    fn verification(&mut self, new: &mut Members, old: &Node) {
        let Some(assurance) = old.get("assurance") else { return };
        if assurance.flag_of("assurance") != Some(true) {
            self.lost(old, "/pcf", "assurance", "dropped", "nothing was assured");
            return;
        }
        let mut verification = Members::default();
        match assurance.text_of("coverage") {
            "product level" => verification.say("coverage", "product level"),
            "PCF system" => {
                verification.say("coverage", "PCF calculation model");
                let reason = "it is called `PCF calculation model` now: check that this is what was assured";
                self.lost(assurance, "/pcf/assurance", "coverage", "changed", reason);
            }
            _ => self.lost(
                assurance,
                "/pcf/assurance",
                "coverage",
                "dropped",
                "3.0 does not know this coverage",
            ),
        }
        for name in ["providerName", "completedAt", "standardName", "comments"] {
            verification.copy(name, assurance);
        }
        self.lost(assurance, "/pcf/assurance", "level", "dropped", "3.0 has no place for it");
        self.lost(assurance, "/pcf/assurance", "boundary", "dropped", "3.0 has no place for it");
        new.put("verification", verification.done());
    }
}
