//! Matched electricity as text for a terminal, and as a table for spreadsheets.

use ::csv::{Terminator, WriterBuilder};

use super::csv::safe_cell;
use super::figure;
use super::instruments::energy;
use super::screen::{Align, Grid};
use super::table::Page;
use super::{Lang, outline};
use crate::wire::v1::{HourlyAnswer, HourlyFigures};

use Align::{Left, Right};

/// Decimals of a kilogram, for reading.
const DECIMALS: usize = 3;

/// Matched electricity as plain aligned text: both rules, sites, instruments, notes, findings by file and the digest.
///
/// # Units
/// kWh and kilograms of CO2 equivalent, rounded half-even to three decimals for reading.
pub fn hourly_table(answer: &HourlyAnswer, lang: Lang) -> String {
    let mut page = Page::new(lang);
    let (text, words, result) = (lang.text(), &lang.text().instruments, &answer.result);
    let choices = &result.choices;
    page.title(words.title);
    let mut grid = Grid::new(&[(Left, 24), (Left, 80)]);
    grid.row(&[words.matching, words.rule_name(&choices.matching)]);
    let interval = format!("{} min, UTC{}", choices.interval_minutes, choices.utc_offset);
    grid.row(&[words.interval, &interval]);
    grid.row(&[text.period, &text.span(&choices.inventory.period)]);
    grid.row(&[text.gwp, &choices.inventory.gwp]);
    let known = figure::count(result.coverage.load_intervals, text.marks);
    let missing = figure::count(result.coverage.missing_load_intervals, text.marks);
    grid.row(&[text.coverage, &format!("{known} {}, {missing} {}", words.intervals, words.missing)]);
    page.grid(&grid, false);

    page.section(words.comparison);
    let mut grid = Grid::new(&[(Left, 34), (Right, 24), (Right, 24), (Right, 24)]);
    grid.row(&["", words.hourly, words.annual, words.difference]);
    let (hours, year, both) = (&result.comparison.hourly, &result.comparison.annual, &result.comparison);
    let percent = |percent: &Option<String>| match percent {
        Some(percent) => figure::rounded(percent, 2, text.marks),
        None => "–".to_owned(),
    };
    let kwh = |kwh: &str| energy(text, kwh);
    let kg = |kg: &str| figure::rounded(kg, DECIMALS, text.marks);
    grid.row(&[&format!("{} (kWh)", words.load), &kwh(&hours.load_kwh), &kwh(&year.load_kwh), ""]);
    let matched = format!("{} (kWh)", words.covered_plain);
    grid.row(&[&matched, &kwh(&hours.matched_kwh), &kwh(&year.matched_kwh), &kwh(&both.matched_kwh)]);
    let points = percent(&both.matched_percent_points);
    let matched = format!("{} (%)", words.covered_plain);
    grid.row(&[&matched, &percent(&hours.matched_percent), &percent(&year.matched_percent), &points]);
    let name = |account: &str| format!("{} (kg CO2e)", text.account_name(account));
    let (location, market) = (name("scope_2_location"), name("scope_2_market"));
    grid.row(&[&location, &kg(&hours.location_kg_co2e), &kg(&year.location_kg_co2e), ""]);
    grid.row(&[&market, &kg(&hours.market_kg_co2e), &kg(&year.market_kg_co2e), &kg(&both.market_kg_co2e)]);
    page.grid(&grid, true);

    page.section(text.by_site);
    let mut grid = Grid::new(&[(Left, 30), (Right, 20), (Right, 20), (Right, 10), (Right, 20), (Right, 20)]);
    grid.row(&["", words.load, words.covered_plain, "%", text.location, text.market]);
    for site in &result.sites {
        let figures = &site.figures;
        grid.row(&[
            &site.site,
            &kwh(&figures.load_kwh),
            &kwh(&figures.matched_kwh),
            &percent(&figures.matched_percent),
            &kg(&figures.location_kg_co2e),
            &kg(&figures.market_kg_co2e),
        ]);
    }
    page.grid(&grid, true);

    page.section(words.section);
    let mut grid = Grid::new(&[(Left, 30), (Left, 20), (Right, 20), (Right, 20), (Right, 20), (Left, 20)]);
    grid.row(&[words.instrument, words.kind, words.available, words.covered, words.surplus, words.state]);
    for found in &result.instruments {
        grid.row(&[
            &found.id,
            words.kind_name(&found.kind),
            &kwh(&found.available_kwh),
            &kwh(&found.matched_kwh),
            &kwh(&found.surplus_kwh),
            words.state_name(&found.state),
        ]);
    }
    page.grid(&grid, true);

    if !result.notes.is_empty() {
        page.section(text.notes);
        for note in &result.notes {
            page.prose(2, &format!("{}  {}", note.code, note.about));
            page.remark(&outline::Remark::new(text, &note.code, &note.message, &note.help));
        }
    }
    page.section(text.findings);
    if answer.files.iter().all(|file| file.findings.is_empty()) {
        page.prose(2, text.no_findings);
    }
    for file in answer.files.iter().filter(|file| !file.findings.is_empty()) {
        page.findings_of(&format!("{}: ", file.name), &file.findings);
    }
    page.line("");
    page.line(&format!("{}: {}", text.proof, answer.digest));
    page.finish()
}

/// Matched electricity as one table (RFC 4180): a row for the whole, each site, each instrument of each site, and each interval if
/// the answer has them.
///
/// Columns: `view, start, site, instrument, load_kwh, matched_kwh, unmatched_kwh, location_kg_co2e, market_kg_co2e`. Numbers are
/// exact, with `.` as the decimal mark; text that a spreadsheet would take for a formula starts with an apostrophe.
///
/// # Units
/// kWh and kilograms of CO2 equivalent. Empty = there is no such number.
pub fn hourly_csv(answer: &HourlyAnswer) -> String {
    let result = &answer.result;
    let mut rows: Vec<[String; 9]> = vec![
        [
            "view",
            "start",
            "site",
            "instrument",
            "load_kwh",
            "matched_kwh",
            "unmatched_kwh",
            "location_kg_co2e",
            "market_kg_co2e",
        ]
        .map(str::to_owned),
    ];
    let figures = |view: &str, site: &str, figures: &HourlyFigures| {
        [
            view.to_owned(),
            String::new(),
            safe_cell(site),
            String::new(),
            figures.load_kwh.clone(),
            figures.matched_kwh.clone(),
            figures.unmatched_kwh.clone(),
            figures.location_kg_co2e.clone(),
            figures.market_kg_co2e.clone(),
        ]
    };
    let covered = |view: &str, start: &str, site: &str, instrument: &str, kwh: &str| {
        let none = String::new;
        let [view, start, kwh] = [view, start, kwh].map(str::to_owned);
        [view, start, safe_cell(site), safe_cell(instrument), none(), kwh, none(), none(), none()]
    };
    rows.push(figures("total", "", &result.total));
    rows.push(figures("hourly", "", &result.comparison.hourly));
    rows.push(figures("annual", "", &result.comparison.annual));
    for site in &result.sites {
        rows.push(figures("site", &site.site, &site.figures));
        for part in &site.covered {
            rows.push(covered("instrument", "", &site.site, &part.instrument, &part.kwh));
        }
    }
    for interval in result.intervals.iter().flatten() {
        let mut row = covered("interval", &interval.start, &interval.site, "", "");
        let [_, _, _, _, load, _, unmatched, ..] = &mut row;
        (*load, *unmatched) = (interval.load_kwh.clone(), interval.unmatched_kwh.clone());
        rows.push(row);
        for part in &interval.covered {
            let (start, site) = (&interval.start, &interval.site);
            rows.push(covered("interval_instrument", start, site, &part.instrument, &part.kwh));
        }
    }
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(Vec::new());
    for row in rows {
        // Writing to memory cannot fail, and every row has the same length.
        if writer.write_record(&row).is_err() {
            break;
        }
    }
    writer.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::factor::shipped;
    use crate::wire::v1;

    fn answer() -> HourlyAnswer {
        let request: v1::HourlyRequest = v1::read_json(
            r#"{"options": {"profile": "ghg-protocol", "gwp": "AR5", "region": "VN", "period": "2023-07-01",
                "instruments": {"register": [{"id": "=PPA", "kind": "contract", "market": "VN", "volume": "8000",
                  "volume_unit": "kWh", "gases": [{"gas": "CO2", "kg_per_kwh": "0"}], "sites": ["A"]}]}},
              "hourly": {"matching": "hourly", "utc_offset": "+07:00", "each_interval": true},
              "load": [{"name": "load.csv", "id": "A", "unit": "kWh",
                "text": "time,load\n2023-07-01 00:00,3000\n2023-07-01 12:00,5000\n"}],
              "generation": [{"name": "sun", "id": "=PPA", "unit": "kWh", "text": "time,value\n2023-07-01 12:00,8000\n"}]}"#,
        )
        .unwrap();
        crate::inventory::hourly(shipped(), &request).unwrap()
    }

    #[test]
    fn both_rules_stand_side_by_side_in_both_languages() {
        let answer = answer();
        let english = hourly_table(&answer, Lang::En);
        for line in [
            "Matched (kWh)",
            "5,000.000",
            "8,000.000",
            "-3,000.000",
            "62.50",
            "-37.50",
            "1,977.600",
            "surplus",
        ] {
            assert!(english.contains(line), "{line}\n{english}");
        }
        assert!(english.contains("MISSING_INTERVAL load.csv"), "{english}");
        let vietnamese = hourly_table(&answer, Lang::Vi);
        for line in ["theo giờ trừ theo năm", "1.977,600", "còn dư", "Chuỗi thiếu khoảng thời gian"]
        {
            assert!(vietnamese.contains(line), "{line}\n{vietnamese}");
        }
    }

    #[test]
    fn the_table_for_spreadsheets_is_exact_and_safe() {
        let table = hourly_csv(&answer());
        let lines: Vec<&str> = table.split("\r\n").collect();
        assert_eq!(lines[1], "total,,,,8000,5000,3000,5273.6,1977.6");
        assert!(lines.contains(&"instrument,,A,'=PPA,,5000,,,"), "{table}");
        assert!(lines.contains(&"interval,2023-07-01T00:00+07:00,A,,3000,,3000,,"), "{table}");
        assert!(lines.contains(&"interval_instrument,2023-07-01T12:00+07:00,A,'=PPA,,5000,,,"), "{table}");
    }
}
