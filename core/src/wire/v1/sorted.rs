//! Writes JSON with sorted keys at once, without a tree in between: an answer may have a million values.

use core::cmp::Ordering;
use core::fmt;
use std::borrow::Cow;

use serde::Serialize;
use serde::ser::{self, Serializer};
use serde_json::Value;

/// What a value says that cannot be written.
#[derive(Debug)]
pub(super) struct Fault(String);

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl core::error::Error for Fault {}

impl ser::Error for Fault {
    fn custom<T: fmt::Display>(message: T) -> Fault {
        Fault(message.to_string())
    }
}

/// The JSON of a value: keys in the order of their bytes, no spaces.
pub(super) fn sorted<T: Serialize + ?Sized>(value: &T) -> Result<Vec<u8>, Fault> {
    let mut writer = Writer {
        text: Vec::with_capacity(1 << 10),
        members: Vec::with_capacity(1 << 5),
        moved: Vec::with_capacity(1 << 8),
    };
    value.serialize(&mut writer)?;
    Ok(writer.text)
}

struct Writer {
    text: Vec<u8>,
    /// Members of the objects that are being written, those of the innermost one last.
    members: Vec<Member>,
    /// Where members wait for their place.
    moved: Vec<u8>,
}

/// Whether a text stands in JSON as it is: no quotes, no backslashes, no control characters.
fn is_plain(text: &[u8]) -> bool {
    /// Eight times the byte.
    const fn all(byte: u8) -> u64 {
        u64::from_le_bytes([byte; 8])
    }
    // The highest bit of each byte that is zero, or some bit above one that is.
    let zero = |eight: u64| eight.wrapping_sub(all(1)) & !eight & all(0x80);
    let odd = |eight: u64| {
        let control = eight.wrapping_sub(all(b' ')) & !eight & all(0x80);
        control | zero(eight ^ all(b'"')) | zero(eight ^ all(b'\\'))
    };
    let (eights, rest) = text.as_chunks::<8>();
    let seen = eights.iter().fold(0, |seen, eight| seen | odd(u64::from_le_bytes(*eight)));
    seen | odd(packed(all(b'a'), rest)) == 0
}

impl Writer {
    fn number(&mut self, value: impl fmt::Display) {
        use std::io::Write as _;
        // Writing to a vector cannot fail.
        let _ = write!(self.text, "{value}");
    }

    fn string(&mut self, value: &str) -> Result<(), Fault> {
        if is_plain(value.as_bytes()) {
            self.plain(value);
            return Ok(());
        }
        serde_json::to_writer(&mut self.text, value).map_err(ser::Error::custom)
    }

    /// A text that stands in JSON as it is.
    fn plain(&mut self, value: &str) {
        debug_assert!(is_plain(value.as_bytes()), "{value}");
        self.text.push(b'"');
        self.text.extend_from_slice(value.as_bytes());
        self.text.push(b'"');
    }

    /// A list; `closing` ends it.
    fn list(&mut self, closing: &'static str) -> List<'_> {
        self.text.push(b'[');
        List { writer: self, first: true, closing }
    }

    /// An object; `closing` ends it.
    fn object(&mut self, closing: &'static str) -> Object<'_> {
        self.text.push(b'{');
        let first = self.members.len();
        Object { writer: self, first, in_order: true, closing }
    }

    /// The beginning of an enum's variant that holds something.
    fn variant(&mut self, name: &str) -> Result<(), Fault> {
        self.text.push(b'{');
        self.string(name)?;
        self.text.push(b':');
        Ok(())
    }
}

/// A list that is being written.
struct List<'w> {
    writer: &'w mut Writer,
    first: bool,
    closing: &'static str,
}

impl List<'_> {
    fn item<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Fault> {
        if !core::mem::replace(&mut self.first, false) {
            self.writer.text.push(b',');
        }
        value.serialize(&mut *self.writer)
    }

    fn close(self) -> Result<(), Fault> {
        self.writer.text.extend_from_slice(self.closing.as_bytes());
        Ok(())
    }
}

/// An object that is being written; its members are put in order at its end.
struct Object<'w> {
    writer: &'w mut Writer,
    /// Its first member among those of all objects.
    first: usize,
    /// Whether the members so far came in order.
    in_order: bool,
    closing: &'static str,
}

/// A member's key and where it stands.
struct Member {
    key: Cow<'static, str>,
    /// The first bytes of the key: mostly they decide the order.
    head: u64,
    start: usize,
    end: usize,
}

impl Member {
    fn len(&self) -> usize {
        self.end.saturating_sub(self.start)
    }

    fn order(&self, other: &Member) -> Ordering {
        self.head.cmp(&other.head).then_with(|| self.key.cmp(&other.key))
    }
}

/// The first eight bytes of a key, so that they compare as the key does.
fn head(key: &str) -> u64 {
    match key.as_bytes().first_chunk::<8>() {
        Some(eight) => u64::from_be_bytes(*eight),
        None => {
            let free =
                u64::BITS.saturating_sub(u8::BITS.saturating_mul(u32::try_from(key.len()).unwrap_or(0)));
            packed(0, key.as_bytes()).unbounded_shl(free)
        }
    }
}

/// Bytes behind others in one number; of more than eight the last.
fn packed(before: u64, bytes: &[u8]) -> u64 {
    bytes.iter().fold(before, |eight, byte| eight << 8 | u64::from(*byte))
}

impl Object<'_> {
    fn key(&mut self, key: Cow<'static, str>) -> Result<(), Fault> {
        let Object { writer, first, in_order, .. } = self;
        if writer.members.len() > *first {
            writer.text.push(b',');
        }
        let start = writer.text.len();
        match &key {
            // Names of fields are words that nobody has to escape.
            Cow::Borrowed(name) => writer.plain(name),
            Cow::Owned(text) => writer.string(text)?,
        }
        writer.text.push(b':');
        let member = Member { head: head(&key), key, start, end: start };
        if let Some(last) = writer.members.get(*first..).and_then(<[Member]>::last) {
            *in_order &= last.order(&member).is_lt();
        }
        writer.members.push(member);
        Ok(())
    }

    fn value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Fault> {
        value.serialize(&mut *self.writer)?;
        let end = self.writer.text.len();
        if let Some(member) = self.writer.members.last_mut() {
            member.end = end;
        }
        Ok(())
    }

    fn close(self) -> Result<(), Fault> {
        let Object { writer: Writer { text, members, moved }, first, in_order, closing } = self;
        if !in_order {
            arrange(text, members.get_mut(first..).unwrap_or_default(), moved);
        }
        members.truncate(first);
        text.extend_from_slice(closing.as_bytes());
        Ok(())
    }
}

/// Puts the members of an object in order.
///
/// The longest, which may be nearly all of an answer, is pushed to its place; only the others are copied elsewhere.
fn arrange(text: &mut [u8], members: &mut [Member], moved: &mut Vec<u8>) {
    let start = members.first().map_or(0, |member| member.start);
    members.sort_by(Member::order);
    let longest = members.iter().enumerate().max_by_key(|(_, member)| member.len());
    let Some((before, longest)) = longest.map(|(at, longest)| (at, longest.start..longest.end)) else {
        return;
    };
    moved.clear();
    let mut others = members.iter().map(|member| text.get(member.start..member.end).unwrap_or_default());
    for member in others.by_ref().take(before) {
        moved.extend_from_slice(member);
        moved.push(b',');
    }
    let split = moved.len();
    for member in others.skip(1) {
        moved.push(b',');
        moved.extend_from_slice(member);
    }
    let place = start.saturating_add(split);
    let end = place.saturating_add(longest.len());
    text.copy_within(longest, place);
    let (before, after) = moved.split_at(split);
    for (at, part) in [(start, before), (end, after)] {
        if let Some(slot) = text.get_mut(at..at.saturating_add(part.len())) {
            slot.copy_from_slice(part);
        }
    }
}

impl<'w> Serializer for &'w mut Writer {
    type Ok = ();
    type Error = Fault;
    type SerializeSeq = List<'w>;
    type SerializeTuple = List<'w>;
    type SerializeTupleStruct = List<'w>;
    type SerializeTupleVariant = List<'w>;
    type SerializeMap = Object<'w>;
    type SerializeStruct = Object<'w>;
    type SerializeStructVariant = Object<'w>;

    fn serialize_bool(self, value: bool) -> Result<(), Fault> {
        self.number(value);
        Ok(())
    }

    fn serialize_i8(self, value: i8) -> Result<(), Fault> {
        self.serialize_i64(value.into())
    }

    fn serialize_i16(self, value: i16) -> Result<(), Fault> {
        self.serialize_i64(value.into())
    }

    fn serialize_i32(self, value: i32) -> Result<(), Fault> {
        self.serialize_i64(value.into())
    }

    fn serialize_i64(self, value: i64) -> Result<(), Fault> {
        self.number(value);
        Ok(())
    }

    fn serialize_u8(self, value: u8) -> Result<(), Fault> {
        self.serialize_u64(value.into())
    }

    fn serialize_u16(self, value: u16) -> Result<(), Fault> {
        self.serialize_u64(value.into())
    }

    fn serialize_u32(self, value: u32) -> Result<(), Fault> {
        self.serialize_u64(value.into())
    }

    fn serialize_u64(self, value: u64) -> Result<(), Fault> {
        self.number(value);
        Ok(())
    }

    fn serialize_f32(self, _: f32) -> Result<(), Fault> {
        Err(float())
    }

    fn serialize_f64(self, _: f64) -> Result<(), Fault> {
        Err(float())
    }

    fn serialize_char(self, value: char) -> Result<(), Fault> {
        self.string(value.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, value: &str) -> Result<(), Fault> {
        self.string(value)
    }

    fn serialize_bytes(self, value: &[u8]) -> Result<(), Fault> {
        self.collect_seq(value)
    }

    fn serialize_none(self) -> Result<(), Fault> {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Fault> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Fault> {
        self.text.extend_from_slice(b"null");
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Fault> {
        self.serialize_unit()
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, name: &'static str) -> Result<(), Fault> {
        self.string(name)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<(), Fault> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        name: &'static str,
        value: &T,
    ) -> Result<(), Fault> {
        self.variant(name)?;
        value.serialize(&mut *self)?;
        self.text.push(b'}');
        Ok(())
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<List<'w>, Fault> {
        Ok(self.list("]"))
    }

    fn serialize_tuple(self, _: usize) -> Result<List<'w>, Fault> {
        Ok(self.list("]"))
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<List<'w>, Fault> {
        Ok(self.list("]"))
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        name: &'static str,
        _: usize,
    ) -> Result<List<'w>, Fault> {
        self.variant(name)?;
        Ok(self.list("]}"))
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Object<'w>, Fault> {
        Ok(self.object("}"))
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Object<'w>, Fault> {
        Ok(self.object("}"))
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        name: &'static str,
        _: usize,
    ) -> Result<Object<'w>, Fault> {
        self.variant(name)?;
        Ok(self.object("}}"))
    }
}

/// Amounts cross the border as text; a float has no business in an answer.
fn float() -> Fault {
    ser::Error::custom("an answer holds a float")
}

/// The kinds of lists that serde knows; to JSON they are one.
macro_rules! lists {
    ($($kind:ident: $add:ident),*) => {$(
        impl ser::$kind for List<'_> {
            type Ok = ();
            type Error = Fault;

            fn $add<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Fault> {
                self.item(value)
            }

            fn end(self) -> Result<(), Fault> {
                self.close()
            }
        }
    )*};
}

lists! {
    SerializeSeq: serialize_element,
    SerializeTuple: serialize_element,
    SerializeTupleStruct: serialize_field,
    SerializeTupleVariant: serialize_field
}

/// The kinds of objects whose keys are names of fields.
macro_rules! structs {
    ($($kind:ident),*) => {$(
        impl ser::$kind for Object<'_> {
            type Ok = ();
            type Error = Fault;

            fn serialize_field<T: Serialize + ?Sized>(
                &mut self,
                key: &'static str,
                value: &T,
            ) -> Result<(), Fault> {
                self.key(Cow::Borrowed(key))?;
                self.value(value)
            }

            fn end(self) -> Result<(), Fault> {
                self.close()
            }
        }
    )*};
}

structs!(SerializeStruct, SerializeStructVariant);

impl ser::SerializeMap for Object<'_> {
    type Ok = ();
    type Error = Fault;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Fault> {
        let key = match serde_json::to_value(key).map_err(ser::Error::custom)? {
            Value::String(text) => text,
            other @ (Value::Number(_) | Value::Bool(_)) => other.to_string(),
            _ => return Err(ser::Error::custom("a key must be a text")),
        };
        self.key(Cow::Owned(key))
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Fault> {
        self.value(value)
    }

    fn end(self) -> Result<(), Fault> {
        self.close()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, HashMap};

    use proptest::prelude::*;
    use serde::Serialize;
    use serde_json::Value;

    use super::sorted;

    /// Sorts by way of a tree, whose maps are sorted.
    fn by_the_tree<T: Serialize>(value: &T) -> String {
        serde_json::to_string(&serde_json::to_value(value).unwrap()).unwrap()
    }

    fn same<T: Serialize>(value: &T) {
        assert_eq!(String::from_utf8(sorted(value).unwrap()).unwrap(), by_the_tree(value));
    }

    #[derive(Serialize)]
    struct Outer<'t> {
        zebra: Vec<Kind>,
        #[serde(flatten)]
        inner: Inner<'t>,
        apple: Option<u64>,
        mango: (i8, char, bool, &'t str),
        none: Option<u8>,
        unit: (),
        #[serde(skip_serializing_if = "Option::is_none")]
        left_out: Option<u8>,
    }

    #[derive(Serialize)]
    struct Inner<'t> {
        yak: &'t str,
        bee: HashMap<i32, &'t str>,
        words: BTreeMap<String, u64>,
    }

    #[derive(Serialize)]
    #[serde(rename_all = "snake_case")]
    enum Kind {
        Plain,
        Of(u64),
        Pair(u64, i64),
        Named { z: u64, a: Vec<Kind> },
    }

    #[test]
    fn every_shape_is_written_as_by_the_tree() {
        let kinds = || vec![Kind::Of(3), Kind::Plain, Kind::Pair(u64::MAX, i64::MIN)];
        let words = [("a", 1), ("a b", 2), ("a\"b", 3), ("a!", 4), ("ấ", 5), ("", 6), ("\u{1}", 7)];
        same(&Outer {
            zebra: kinds().into_iter().chain([Kind::Named { z: 1, a: kinds() }]).collect(),
            inner: Inner {
                yak: "quote \" slash \\ feed \n end",
                bee: [(10, "ten"), (9, "nine"), (-1, "less")].into(),
                words: words.into_iter().map(|(key, value)| (key.to_owned(), value)).collect(),
            },
            apple: None,
            mango: (-1, 'é', true, "\u{7f}\u{2028}"),
            none: None,
            unit: (),
            left_out: None,
        });
    }

    #[test]
    fn every_byte_is_told_from_the_others_at_every_place() {
        for length in 0..20 {
            for at in 0..length {
                for byte in 0..=255u8 {
                    let mut text = vec![b'a'; length];
                    text[at] = byte;
                    let plain = byte >= b' ' && byte != b'"' && byte != b'\\';
                    assert_eq!(super::is_plain(&text), plain, "{byte} at {at} of {length}");
                }
            }
        }
    }

    #[test]
    fn a_float_is_refused() {
        assert!(sorted(&1.5f64).is_err());
        assert!(sorted(&[0.0f32]).is_err());
    }

    fn trees() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            any::<u64>().prop_map(Value::from),
            any::<String>().prop_map(Value::from),
        ];
        leaf.prop_recursive(4, 64, 8, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..8).prop_map(Value::from),
                prop::collection::vec((any::<String>(), inner), 0..8)
                    .prop_map(|members| Value::Object(members.into_iter().collect())),
            ]
        })
    }

    /// An object whose members come in any order.
    #[derive(Debug)]
    struct Mixed(Vec<(String, Value)>);

    impl Serialize for Mixed {
        fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.collect_map(self.0.iter().map(|(key, value)| (key, value)))
        }
    }

    proptest! {
        #[test]
        fn members_in_any_order_are_written_in_theirs(
            members in prop::collection::hash_map(any::<String>(), trees(), 0..12),
        ) {
            let mixed = Mixed(members.into_iter().collect());
            prop_assert_eq!(String::from_utf8(sorted(&mixed).unwrap()).unwrap(), by_the_tree(&mixed));
        }

        #[test]
        fn any_tree_is_written_as_serde_json_writes_it(tree in trees()) {
            prop_assert_eq!(String::from_utf8(sorted(&tree).unwrap()).unwrap(), tree.to_string());
        }
    }
}
