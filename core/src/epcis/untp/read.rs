//! Traceability events of UNTP as events of EPCIS (METHODS M-215).

use super::json::Json;
use super::{Lost, Subject, lost};
use crate::epcis::document::Place;
use crate::epcis::event::Kind;
use crate::epcis::scan::write_text;
use crate::epcis::time::offset;
use crate::error::Severity;

/// What is made of one event.
pub(super) struct Reader {
    pub(super) json: String,
    pub(super) subject: Subject,
    pub(super) losses: Vec<Lost>,
    place: Place,
}

/// A value of EPCIS as JSON text, and where it stands in the event of UNTP.
type Value = (String, String);

impl Reader {
    pub(super) fn new(place: Place, path: String) -> Reader {
        let subject = Subject { path, spots: Vec::new() };
        Reader { json: String::new(), subject, losses: Vec::new(), place }
    }

    /// Reads an event in the shape of 0.6 or of 0.7.
    pub(super) fn event(&mut self, event: &Json<'_>) {
        if !event.is_object() {
            self.json.push_str(event.raw);
            return;
        }
        let types = event.get("type").map(Json::items).unwrap_or_default();
        let words = || types.iter().filter_map(Json::text);
        let seventh = words().find(|word| matches!(*word, "MakeEvent" | "MoveEvent" | "ModifyEvent"));
        let sixth = words().find_map(Kind::parse);
        self.json.push('{');
        match (seventh, sixth) {
            (Some("MakeEvent"), _) => self.make(event),
            (Some("MoveEvent"), _) => self.moved(event),
            (Some(_), _) => self.modify(event),
            (None, Some(kind)) => self.shaped(event, kind),
            // The reader of events tells what is wrong with it.
            (None, None) => {
                for word in words().take(1) {
                    self.text("type", "/type", word);
                }
            }
        }
        self.json.push('}');
    }

    fn raw(&mut self, name: &str, path: &str, value: &str) {
        if !self.json.ends_with('{') {
            self.json.push(',');
        }
        write_text(name, &mut self.json);
        self.json.push(':');
        self.json.push_str(value);
        self.spot(&format!("/{name}"), path);
    }

    fn text(&mut self, name: &str, path: &str, value: &str) {
        self.raw(name, path, &quoted(value));
    }

    fn spot(&mut self, pointer: &str, path: &str) {
        self.subject.spots.push((pointer.into(), path.into()));
    }

    /// A list, and where its elements stand.
    fn list(&mut self, name: &str, path: &str, values: &[Value]) {
        if values.is_empty() {
            return;
        }
        let inside: Vec<&str> = values.iter().map(|(value, _)| &**value).collect();
        self.raw(name, path, &format!("[{}]", inside.join(",")));
        for (index, (_, path)) in values.iter().enumerate() {
            self.spot(&format!("/{name}/{index}"), path);
        }
    }

    fn lose(&mut self, severity: Severity, path: &str, value: &str, message: &str) {
        self.losses.push((self.place, lost(severity, path, value, message)));
    }

    /// Names and other members that EPCIS has no place for.
    fn lose_others(&mut self, object: &Json<'_>, path: &str, known: &[&str]) {
        for (name, value) in object.members() {
            if &**name != "type" && !known.contains(&&**name) {
                let shown = value.text().unwrap_or(value.raw);
                self.lose(Severity::Info, &format!("{path}/{name}"), shown, "EPCIS has no place for it");
            }
        }
    }

    /// The time, and its offset from UTC if it is told as one.
    fn time(&mut self, name: &str, value: &Json<'_>) {
        let path = format!("/{name}");
        self.raw("eventTime", &path, value.raw);
        let text = value.text().unwrap_or_default();
        let zone = text.len().checked_sub(6).and_then(|at| text.get(at..));
        if let Some(zone) = zone.filter(|zone| offset(zone).is_some()) {
            self.text("eventTimeZoneOffset", &path, zone);
        }
    }

    /// An event of 0.6: EPCIS in other names.
    fn shaped(&mut self, event: &Json<'_>, kind: Kind) {
        self.text("type", "/type", kind.as_str());
        for (name, value) in event.members() {
            let path = format!("/{name}");
            match &**name {
                "type" => {}
                "id" => self.raw("eventID", &path, value.raw),
                "eventTime" => self.time(name, value),
                "disposition" | "bizStep" => self.raw(name, &path, value.raw),
                // EPCIS has no action of transformations; UNTP's says nothing more.
                "action" if kind == Kind::Transformation => {}
                "action" => {
                    let upper = value.text().map(|text| quoted(&text.to_ascii_uppercase()));
                    self.raw("action", &path, upper.as_deref().unwrap_or(value.raw));
                }
                "bizLocation" => self.raw("bizLocation", &path, &format!("{{\"id\":{}}}", value.raw)),
                "epcList" | "inputEPCList" | "outputEPCList" => self.items(name, name, value),
                "childEPCList" => self.items("childEPCs", name, value),
                "parentEPC" => {
                    let id = self.item(value, &path);
                    self.raw("parentID", &id.1, &id.0);
                }
                "quantityList" | "childQuantityList" | "inputQuantityList" | "outputQuantityList" => {
                    self.classes(name, value);
                }
                "sourcePartyId" => self.party("source", "owning_party", value.raw, &path),
                "destinationPartyId" => self.party("destination", "owning_party", value.raw, &path),
                _ => {
                    let shown = value.text().unwrap_or_default();
                    self.lose(Severity::Info, &path, shown, "EPCIS has no place for it, or another form");
                }
            }
        }
    }

    fn items(&mut self, name: &str, of: &str, value: &Json<'_>) {
        let mut values = Vec::new();
        for (index, item) in value.items().iter().enumerate() {
            values.push(self.item(item, &format!("/{of}/{index}")));
        }
        self.list(name, &format!("/{of}"), &values);
    }

    /// The identifier of an item: EPCIS names things by that alone.
    fn item(&mut self, item: &Json<'_>, path: &str) -> Value {
        if !item.is_object() {
            return (item.raw.into(), path.into());
        }
        self.lose_others(item, path, &["id"]);
        (item.get("id").map_or("null", |id| id.raw).into(), format!("{path}/id"))
    }

    fn classes(&mut self, name: &str, value: &Json<'_>) {
        let mut values = Vec::new();
        for (index, item) in value.items().iter().enumerate() {
            let path = format!("/{name}/{index}");
            self.lose_others(item, &path, &["productId", "quantity", "uom"]);
            let named = [("epcClass", "productId"), ("quantity", "quantity"), ("uom", "uom")];
            let mut members = Vec::new();
            for (epcis, untp) in named {
                if let Some(held) = item.get(untp) {
                    members.push(format!("\"{epcis}\":{}", held.raw));
                    self.spot(&format!("/{name}/{index}/{epcis}"), &format!("{path}/{untp}"));
                }
            }
            let class = if item.is_object() { format!("{{{}}}", members.join(",")) } else { item.raw.into() };
            values.push((class, path));
        }
        self.list(name, &format!("/{name}"), &values);
    }

    /// Where something came from or went to.
    fn party(&mut self, role: &str, kind: &str, id: &str, path: &str) {
        let list = format!("{role}List");
        self.list(&list, path, &[(format!("{{\"type\":\"{kind}\",\"{role}\":{id}}}"), path.into())]);
    }

    /// What the three events of 0.7 share.
    fn shared(&mut self, event: &Json<'_>, kind: &str, known: &[&str]) {
        self.text("type", "/type", kind);
        for (name, value) in event.members() {
            let path = format!("/{name}");
            match &**name {
                "type" => {}
                "id" => self.raw("eventID", &path, value.raw),
                "eventDate" => self.time(name, value),
                "activityType" => {
                    let scheme = value.get("schemeId").or_else(|| value.get("schemeID"));
                    let ours =
                        scheme.and_then(Json::text).is_some_and(|scheme| scheme.contains("cbv/BizStep"));
                    match value.get("code").filter(|_| ours) {
                        Some(code) => self.raw("bizStep", "/activityType/code", code.raw),
                        None => {
                            let code = value.get("code").and_then(Json::text).unwrap_or_default();
                            let message = "the activity is of another scheme than the steps of EPCIS";
                            self.lose(Severity::Info, &path, code, message);
                        }
                    }
                }
                name if known.contains(&name) => {}
                _ => {
                    let shown = value.text().unwrap_or_default();
                    self.lose(Severity::Info, &path, shown, "EPCIS has no place for it");
                }
            }
        }
    }

    fn make(&mut self, event: &Json<'_>) {
        let inputs = event.get("inputProduct").map(Json::items).unwrap_or_default();
        let made = if inputs.is_empty() { "ObjectEvent" } else { "TransformationEvent" };
        self.shared(event, made, &["inputProduct", "outputProduct", "madeAtFacility"]);
        let mut states = Vec::new();
        if inputs.is_empty() {
            self.text("action", "/type", "ADD");
            states.extend(self.products(event, "outputProduct", ["epcList", "quantityList"], &["new"]));
        } else {
            states.extend(self.products(
                event,
                "inputProduct",
                ["inputEPCList", "inputQuantityList"],
                &["consumed"],
            ));
            states.extend(self.products(
                event,
                "outputProduct",
                ["outputEPCList", "outputQuantityList"],
                &["new"],
            ));
        }
        for (path, state) in states {
            self.lose(
                Severity::Warning,
                &path,
                &state,
                "what is made is new, what it is made of consumed, in EPCIS",
            );
        }
        self.facility(event, "madeAtFacility");
    }

    fn moved(&mut self, event: &Json<'_>) {
        let known = ["movedProduct", "fromFacility", "toFacility", "consignmentId"];
        self.shared(event, "ObjectEvent", &known);
        self.text("action", "/type", "OBSERVE");
        let states = self.products(event, "movedProduct", ["epcList", "quantityList"], &[]);
        self.disposition(&states);
        for (role, name) in [("source", "fromFacility"), ("destination", "toFacility")] {
            if let Some(facility) = event.get(name) {
                let (id, path) = self.item(facility, &format!("/{name}"));
                self.party(role, "location", &id, &path);
            }
        }
        if let Some(id) = event.get("consignmentId") {
            let path = "/consignmentId";
            self.list(
                "bizTransactionList",
                path,
                &[(format!("{{\"bizTransaction\":{}}}", id.raw), path.into())],
            );
        }
    }

    fn modify(&mut self, event: &Json<'_>) {
        self.shared(event, "ObjectEvent", &["modifiedProduct", "modifiedAtFacility"]);
        let states = self.products(event, "modifiedProduct", ["epcList", "quantityList"], &[]);
        let ended = |state: &str| matches!(state, "consumed" | "recycled" | "disposed");
        let all = !states.is_empty() && states.iter().all(|(_, state)| ended(state));
        self.text("action", "/type", if all { "DELETE" } else { "OBSERVE" });
        self.disposition(&states);
        self.facility(event, "modifiedAtFacility");
    }

    fn facility(&mut self, event: &Json<'_>, name: &str) {
        if let Some(facility) = event.get(name) {
            let (id, path) = self.item(facility, &format!("/{name}"));
            self.raw("bizLocation", &path, &format!("{{\"id\":{id}}}"));
            self.spot("/bizLocation/id", &path);
        }
    }

    /// What all products are after the event, if it is one thing that EPCIS has a word for.
    fn disposition(&mut self, states: &[(String, String)]) {
        let word = |state: &str| match state {
            "inTransit" | "in_transit" => Some("in_transit"),
            "active" => Some("active"),
            "recalled" => Some("recalled"),
            "expired" => Some("expired"),
            "disposed" => Some("disposed"),
            _ => None,
        };
        let Some((first, state)) = states.first() else { return };
        let one = states.iter().all(|(_, other)| other == state);
        match word(state).filter(|_| one) {
            Some(word) => self.text("disposition", first, word),
            None => {
                for (path, state) in states {
                    self.lose(
                        Severity::Info,
                        path,
                        state,
                        "EPCIS has one disposition of an event, and no such word",
                    );
                }
            }
        }
    }

    /// Products of a member, as things and as classes. Returns the states that are not expected, with their places.
    fn products(
        &mut self,
        event: &Json<'_>,
        name: &str,
        [things, classes]: [&str; 2],
        expected: &[&str],
    ) -> Vec<(String, String)> {
        let (mut epcs, mut quantities, mut states): (Vec<Value>, Vec<Value>, _) =
            (Vec::new(), Vec::new(), Vec::new());
        for (index, item) in event.get(name).map(Json::items).unwrap_or_default().iter().enumerate() {
            let path = format!("/{name}/{index}");
            self.lose_others(item, &path, &["product", "quantity", "disposition"]);
            let (id, at) = self.product(item.get("product"), &format!("{path}/product"));
            if let Some(state) =
                item.get("disposition").and_then(Json::text).filter(|state| !expected.contains(state))
            {
                states.push((format!("{path}/disposition"), state.to_owned()));
            }
            let granularity = item.get("product").and_then(|product| product.get("idGranularity"));
            let measure = item.get("quantity");
            if granularity.and_then(Json::text) == Some("item") {
                if measure.is_some() {
                    self.lose(
                        Severity::Info,
                        &format!("{path}/quantity"),
                        "",
                        "EPCIS counts a single thing as one",
                    );
                }
                epcs.push((id, at));
                continue;
            }
            let mut members = format!("\"epcClass\":{id}");
            let place = quantities.len();
            self.spot(&format!("/{classes}/{place}/epcClass"), &at);
            if let Some(measure) = measure {
                self.lose_others(measure, &format!("{path}/quantity"), &["value", "unit"]);
                for (epcis, untp) in [("quantity", "value"), ("uom", "unit")] {
                    // Pieces have no unit in EPCIS.
                    let held = measure.get(untp).filter(|held| held.text() != Some(super::PIECE));
                    if let Some(held) = held {
                        members.push_str(&format!(",\"{epcis}\":{}", held.raw));
                        self.spot(&format!("/{classes}/{place}/{epcis}"), &format!("{path}/quantity/{untp}"));
                    }
                }
            }
            quantities.push((format!("{{{members}}}"), path));
        }
        self.list(things, &format!("/{name}"), &epcs);
        self.list(classes, &format!("/{name}"), &quantities);
        states
    }

    /// The identifier of a product. A number of a batch or of an item that is not in it is lost, and that matters.
    fn product(&mut self, product: Option<&Json<'_>>, path: &str) -> Value {
        let Some(product) = product else { return ("null".into(), path.into()) };
        let id = product.get("id");
        let within = id.and_then(Json::text).unwrap_or_default();
        for name in ["batchNumber", "itemNumber"] {
            let number = product.get(name).and_then(Json::text).filter(|number| !within.contains(number));
            if let Some(number) = number {
                let message =
                    "it stands beside the identifier: for EPCIS the event is about what the identifier names";
                self.lose(Severity::Warning, &format!("{path}/{name}"), number, message);
            }
        }
        self.lose_others(product, path, &["id", "idGranularity", "batchNumber", "itemNumber"]);
        (id.map_or("null", |id| id.raw).into(), format!("{path}/id"))
    }
}

fn quoted(text: &str) -> String {
    let mut out = String::new();
    write_text(text, &mut out);
    out
}
