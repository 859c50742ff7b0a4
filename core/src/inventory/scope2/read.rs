//! A register of instruments from a file: JSON, or a CSV table.

use crate::error::{Code, Error};
use crate::wire::v1;

const COLUMNS: [&str; 16] = [
    "id",
    "kind",
    "energy",
    "factor",
    "gases",
    "volume",
    "volume_unit",
    "market",
    "vintage_from",
    "vintage_to",
    "technology",
    "cancelled",
    "cancelled_on",
    "registry",
    "sites",
    "regions",
];

/// Reads a register of instruments from the text of a file.
///
/// JSON is the wire's own form. In a CSV table `gases` is written as `CO2 = 0 | CH4 = 0` (kilograms per kWh), and `sites` and
/// `regions` hold names separated by ` | `.
///
/// # Errors
/// `BAD_INSTRUMENT`, `BAD_JSON`, `BAD_REQUEST`, `LIMIT_EXCEEDED`.
///
/// # Example
/// ```
/// use emitrace::inventory::read_instruments;
///
/// let register = read_instruments("\
/// id,kind,gases,volume,volume_unit,market,vintage_from,vintage_to,cancelled
/// REC-1,certificate,CO2 = 0,400,MWh,VN,2025-01,2025-12,yes
/// ")?;
/// assert_eq!(register.register[0].gases[0].kg_per_kwh, "0");
/// # Ok::<(), emitrace::Error>(())
/// ```
pub fn read_instruments(text: &str) -> Result<v1::Instruments, Error> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.trim_start().starts_with('{') {
        return v1::read_json(text);
    }
    let bad = |message: String| Error::new(Code::BadInstrument, message);
    let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(text.as_bytes());
    let header = reader.headers().map_err(|error| bad(error.to_string()))?.clone();
    if let Some(unknown) = header.iter().find(|name| !COLUMNS.contains(name)) {
        let error = bad(format!("the column `{unknown}` is not known"));
        return Err(error.with_help(format!("use the columns {}", COLUMNS.join(", "))));
    }
    let mut register = v1::Instruments::default();
    for record in reader.records() {
        let record = record.map_err(|error| bad(error.to_string()))?;
        let line = record.position().map_or(0, csv::Position::line);
        let get = |column: &str| {
            let at = header.iter().position(|name| name == column);
            at.and_then(|at| record.get(at)).unwrap_or_default().to_owned()
        };
        let list = |column: &str| -> Vec<String> {
            let all = get(column);
            all.split('|').map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect()
        };
        let mut gases = Vec::new();
        for pair in list("gases") {
            let Some((gas, value)) = pair.split_once('=') else {
                let error = bad(format!("`{pair}` is not of the form gas = kilograms per kWh"));
                return Err(error.at(format!("line {line}, column `gases`")));
            };
            gases.push(v1::InstrumentGas { gas: gas.trim().into(), kg_per_kwh: value.trim().into() });
        }
        register.register.push(v1::Instrument {
            id: get("id"),
            kind: get("kind"),
            energy: get("energy"),
            factor: get("factor"),
            gases,
            volume: get("volume"),
            volume_unit: get("volume_unit"),
            market: get("market"),
            vintage_from: get("vintage_from"),
            vintage_to: get("vintage_to"),
            technology: get("technology"),
            cancelled: get("cancelled"),
            cancelled_on: get("cancelled_on"),
            registry: get("registry"),
            sites: list("sites"),
            regions: list("regions"),
        });
    }
    Ok(register)
}
