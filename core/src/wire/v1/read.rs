//! From a tree of JSON to a request, with the place of whatever does not fit.
//!
//! An object is read by its keys only: derived readers would also take a list of its fields in their order, which nobody
//! means. The types of requests are many, so what is made for each of them is kept small.

use core::fmt;

use serde::de::value::StringDeserializer;
use serde::de::{
    self, DeserializeOwned, DeserializeSeed, Deserializer, EnumAccess, IntoDeserializer, MapAccess,
    SeqAccess, Unexpected, VariantAccess, Visitor,
};
use serde::forward_to_deserialize_any;
use serde_json::Value;
use serde_json::value::Number;

/// What does not fit, and where: a JSON pointer.
#[derive(Debug)]
pub(super) struct Fault {
    pub(super) message: String,
    pub(super) path: String,
}

impl Fault {
    /// The same one level further out.
    fn under(mut self, step: &str) -> Fault {
        self.path = format!("/{}{}", step.replace('~', "~0").replace('/', "~1"), self.path);
        self
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl core::error::Error for Fault {}

impl de::Error for Fault {
    fn custom<T: fmt::Display>(message: T) -> Fault {
        Fault { message: message.to_string(), path: String::new() }
    }
}

/// Reads a value from a tree.
pub(super) fn read<T: DeserializeOwned>(tree: Value) -> Result<T, Fault> {
    T::deserialize(Node(tree))
}

/// A part of the tree, handed over piece by piece without a copy.
struct Node(Value);

impl<'de> Deserializer<'de> for Node {
    type Error = Fault;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match self.0 {
            Value::Null => visitor.visit_unit(),
            Value::Bool(value) => visitor.visit_bool(value),
            Value::Number(number) => number.deserialize_any(visitor).map_err(de::Error::custom),
            Value::String(text) => visitor.visit_string(text),
            Value::Array(items) => visitor.visit_seq(Items { items: items.into_iter(), at: 0 }),
            Value::Object(members) => visitor.visit_map(Members { members: members.into_iter(), next: None }),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match self.0 {
            Value::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Fault> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        match self.0 {
            Value::Object(members) => visitor.visit_map(Members { members: members.into_iter(), next: None }),
            other => Err(no_object(&other, &visitor)),
        }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        match self.0 {
            Value::String(name) => visitor.visit_enum(name.into_deserializer()),
            Value::Object(members) if members.len() == 1 => visitor.visit_enum(Variant(members)),
            other => Err(no_object(&other, &visitor)),
        }
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        visitor.visit_unit()
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct
        seq tuple tuple_struct map identifier
    }
}

/// Something stands where an object is expected.
fn no_object(found: &Value, expected: &dyn de::Expected) -> Fault {
    let unexpected = match found {
        Value::Array(_) => return de::Error::custom("a list stands where an object is expected"),
        Value::Object(_) => Unexpected::Map,
        Value::Null => Unexpected::Unit,
        Value::Bool(value) => Unexpected::Bool(*value),
        Value::Number(number) => unexpected(number),
        Value::String(text) => Unexpected::Str(text),
    };
    de::Error::invalid_type(unexpected, expected)
}

fn unexpected(number: &Number) -> Unexpected<'static> {
    match (number.as_u64(), number.as_i64()) {
        (Some(value), _) => Unexpected::Unsigned(value),
        (None, Some(value)) => Unexpected::Signed(value),
        (None, None) => Unexpected::Other("a number with a fraction"),
    }
}

/// The items of a list.
struct Items {
    items: std::vec::IntoIter<Value>,
    at: u64,
}

impl<'de> SeqAccess<'de> for Items {
    type Error = Fault;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Fault> {
        let Some(item) = self.items.next() else { return Ok(None) };
        let at = self.at;
        self.at = at.saturating_add(1);
        seed.deserialize(Node(item)).map(Some).map_err(|fault| fault.under(&at.to_string()))
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.items.len())
    }
}

/// The members of an object.
struct Members {
    members: serde_json::map::IntoIter,
    next: Option<(String, Value)>,
}

impl<'de> MapAccess<'de> for Members {
    type Error = Fault;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Fault> {
        self.next = self.members.next();
        let Some((key, _)) = &self.next else { return Ok(None) };
        let text: StringDeserializer<Fault> = key.clone().into_deserializer();
        seed.deserialize(text).map(Some).map_err(|fault| fault.under(key))
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Fault> {
        let (key, value) = self.next.take().unwrap_or_default();
        seed.deserialize(Node(value)).map_err(|fault| fault.under(&key))
    }
}

/// An enum's variant that holds something.
struct Variant(serde_json::Map<String, Value>);

impl<'de> EnumAccess<'de> for Variant {
    type Error = Fault;
    type Variant = Content;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Content), Fault> {
        let (name, value) = self.0.into_iter().next().unwrap_or_default();
        let text: StringDeserializer<Fault> = name.clone().into_deserializer();
        Ok((seed.deserialize(text)?, Content { name, value }))
    }
}

/// What a variant holds.
struct Content {
    name: String,
    value: Value,
}

impl<'de> VariantAccess<'de> for Content {
    type Error = Fault;

    fn unit_variant(self) -> Result<(), Fault> {
        match self.value {
            Value::Null => Ok(()),
            other => Err(no_object(&other, &"nothing").under(&self.name)),
        }
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Fault> {
        seed.deserialize(Node(self.value)).map_err(|fault| fault.under(&self.name))
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Fault> {
        Node(self.value).deserialize_any(visitor).map_err(|fault| fault.under(&self.name))
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        Node(self.value).deserialize_struct("", &[], visitor).map_err(|fault| fault.under(&self.name))
    }
}
