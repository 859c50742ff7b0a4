//! The words of the Core Business Vocabulary: a table in the place of a JSON-LD processor. No context is ever fetched.

/// A list of words of CBV 2.0, or of the GS1 Web Vocabulary for sensors.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Vocabulary {
    Step,
    Disposition,
    Transaction,
    Party,
    Error,
    Component,
    Measure,
}

impl Vocabulary {
    /// What a word's web address begins with.
    pub(crate) fn web(self) -> &'static str {
        match self {
            Vocabulary::Step => "https://ref.gs1.org/cbv/BizStep-",
            Vocabulary::Disposition => "https://ref.gs1.org/cbv/Disp-",
            Vocabulary::Transaction => "https://ref.gs1.org/cbv/BTT-",
            Vocabulary::Party => "https://ref.gs1.org/cbv/SDT-",
            Vocabulary::Error => "https://ref.gs1.org/cbv/ER-",
            Vocabulary::Component => "https://ref.gs1.org/cbv/Comp-",
            Vocabulary::Measure => "https://gs1.org/voc/",
        }
    }

    /// What its URN begins with.
    pub(crate) fn urn(self) -> Option<&'static str> {
        match self {
            Vocabulary::Step => Some("urn:epcglobal:cbv:bizstep:"),
            Vocabulary::Disposition => Some("urn:epcglobal:cbv:disp:"),
            Vocabulary::Transaction => Some("urn:epcglobal:cbv:btt:"),
            Vocabulary::Party => Some("urn:epcglobal:cbv:sdt:"),
            Vocabulary::Error => Some("urn:epcglobal:cbv:er:"),
            Vocabulary::Component | Vocabulary::Measure => None,
        }
    }

    fn short(self) -> &'static str {
        match self {
            Vocabulary::Step => "cbv:BizStep-",
            Vocabulary::Disposition => "cbv:Disp-",
            Vocabulary::Transaction => "cbv:BTT-",
            Vocabulary::Party => "cbv:SDT-",
            Vocabulary::Error => "cbv:ER-",
            Vocabulary::Component => "cbv:Comp-",
            Vocabulary::Measure => "gs1:",
        }
    }

    fn words(self) -> &'static str {
        match self {
            Vocabulary::Step => STEPS,
            Vocabulary::Disposition => DISPOSITIONS,
            Vocabulary::Transaction => {
                " bol cert desadv inv pedigree po poc prodorder recadv rma testprd testres upevt "
            }
            Vocabulary::Party => " location owning_party possessing_party ",
            Vocabulary::Error => " did_not_occur incorrect_data ",
            Vocabulary::Component => COMPONENTS,
            Vocabulary::Measure => MEASURES,
        }
    }

    /// Whether a bare word is one of the list.
    pub(crate) fn knows(self, word: &str) -> bool {
        let words = self.words();
        !word.contains(' ')
            && words.match_indices(word).any(|(at, found)| {
                let end = at.saturating_add(found.len());
                let before = at.checked_sub(1).and_then(|before| words.as_bytes().get(before));
                !word.is_empty() && before == Some(&b' ') && words.as_bytes().get(end) == Some(&b' ')
            })
    }

    /// The bare word of a text in any of its forms; the text itself if it is none of this list.
    pub(crate) fn bare(self, text: &str) -> &str {
        [Some(self.web()), self.urn(), Some(self.short())]
            .into_iter()
            .flatten()
            .find_map(|start| text.strip_prefix(start))
            .unwrap_or(text)
    }
}

const STEPS: &str = " accepting arriving assembling collecting commissioning consigning creating_class_instance cycle_counting decommissioning departing destroying disassembling dispensing encoding entering_exiting holding inspecting installing killing loading other packing picking receiving removing repackaging repairing replacing reserving retail_selling sampling sensor_reporting shipping staging_outbound stock_taking stocking storing transforming transporting unloading unpacking void_shipping ";

const DISPOSITIONS: &str = " active available completeness_inferred completeness_verified conformant container_closed container_open damaged destroyed dispensed disposed encoded expired in_progress in_transit inactive mismatch_class mismatch_instance mismatch_quantity needs_replacement no_pedigree_match non_conformant non_sellable_other partially_dispensed recalled reserved retail_sold returned sellable_accessible sellable_not_accessible stolen unavailable unknown ";

const COMPONENTS: &str = " altitude axial_distance azimuth easting height inclination latitude longitude northing polar_angle simple_elevation spherical_radius spherical_azimuth target x y z ";

const MEASURES: &str = " ALARM_CONDITION ERROR_CONDITION AbsoluteHumidity AbsorbedDose AbsorbedDoseRate Acceleration Altitude AmountOfSubstance AmountOfSubstancePerUnitVolume Angle AngularAcceleration AngularMomentum AngularVelocity Area Capacitance Conductance Conductivity Count Density Dimensionless DoseEquivalent DoseEquivalentRate DynamicViscosity ElectricCharge ElectricCurrent ElectricCurrentDensity ElectricFieldStrength Energy Exposure Force Frequency Illuminance Inductance Irradiance KinematicViscosity Length LinearMomentum Luminance LuminousFlux LuminousIntensity MagneticFlux MagneticFluxDensity MagneticVectorPotential Mass MassConcentration MassFlowRate MassPerAreaTime MemoryCapacity MolalityOfSolute MolarEnergy MolarMass MolarThermodynamicEnergy MolarVolume Power Pressure RadiantFlux RadiantIntensity Radioactivity RelativeHumidity Resistance Resistivity SolidAngle SpecificVolume Speed SurfaceDensity SurfaceTension Temperature Time Torque Voltage Volume VolumeFlowRate VolumeFluxDensity VolumetricFlux ";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_in_all_forms() {
        assert!(
            Vocabulary::Step.knows("shipping")
                && !Vocabulary::Step.knows("ship")
                && !Vocabulary::Step.knows("")
        );
        assert!(!Vocabulary::Step.knows("shipping staging_outbound"), "no two words are one");
        for text in [
            "shipping",
            "https://ref.gs1.org/cbv/BizStep-shipping",
            "urn:epcglobal:cbv:bizstep:shipping",
            "cbv:BizStep-shipping",
        ] {
            assert_eq!(Vocabulary::Step.bare(text), "shipping");
        }
        assert_eq!(Vocabulary::Step.bare("https://example.org/own-step"), "https://example.org/own-step");
    }
}
