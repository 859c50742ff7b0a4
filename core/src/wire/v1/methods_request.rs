//! What is asked about calculation methods.

use serde::{Deserialize, Serialize};

/// Request of `methods`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct MethodsRequest {
    /// A method's word, for one of them only.
    pub id: String,
    /// A category such as `3.4`, for the methods that may stand in it.
    pub category: String,
}

/// Request of `allocate`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AllocateRequest {
    /// What is shared out, in kilograms: a decimal of at most twelve places.
    pub total_kg: String,
    /// What each is weighed by, e.g. tonne-kilometres over great-circle distance: decimals or fractions `n/d`.
    pub weights: Vec<String>,
}
