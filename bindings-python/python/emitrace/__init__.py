"""Exact, explained greenhouse-gas inventories, computed on the user's machine.

Amounts are :class:`decimal.Decimal` and never floats; results are Arrow streams, so that Polars, pandas, DuckDB
and PyArrow read them without a dependency of this package.

Example:
    >>> import emitrace as et
    >>> ledger = b"id,date,activity,quantity,unit\\n1,2023-05-31,electricity,1250,kWh\\n"
    >>> inventory = et.inventory(ledger, profile="ghg-protocol", gwp="AR5", region="VN")
    >>> inventory.scope_2_location_kg_co2e
    Decimal('824')
"""

from ._cbam_embedded import CbamEmbedded, CbamReport, cbam_embedded, cbam_explain, cbam_figures, cbam_report
from ._cbam_import import (
    CbamDeclaration,
    cbam_calendar,
    cbam_declare,
    cbam_goods,
    cbam_price,
    cbam_scenarios,
    cbam_scenarios_report,
    cbam_values,
)
from ._cbam_quarterly import CbamQuarterly, cbam_quarterly, cbam_quarterly_read
from ._cbam_template import CbamTemplate, cbam_template
from ._chart import Chart
from ._compare import BaseYear, Diff, Intensities, Targets, base_year, diff, intensity, targets
from ._disclosure import Disclosure, disclosure_check, disclosure_fill, disclosure_form, disclosure_read, disclosure_taxonomies, disclosure_verify
from ._energy import EnergyAccount, energy_account
from ._document import AnswerVerification, ReportVerification, chart_data, document, pdf, verify_answer, verify_report, workbook
from ._events import event_hashes, identify, read_events
from ._evidence import (
    bundle_redact,
    bundle_seal,
    bundle_verify,
    credential_sign,
    credential_verify,
    merkle_check,
    merkle_tree,
)
from ._explain import Explanation, GasLine, Leg, Step, explain
from ._factors import check_pack, packs, search_factors, show_factor
from ._figures import Figures, GasFigure
from ._footprint import (
    ComputedFootprint,
    FootprintView,
    Footprints,
    Shipment,
    footprint_check,
    footprint_compute,
    footprint_migrate,
    footprint_openlca,
    footprint_read_sheet,
    footprint_sheet,
    footprint_transport,
    footprint_view,
)
from ._framework import FrameworkReport, FrameworkTable, framework_report, framework_table
from ._hourly import HourlyMatching, Series, hourly_matching
from ._import import ImportedPack, import_factors, import_formats
from ._inventory import Inventory, inventory, merge
from ._ledger import Ledger, read_ledger
from ._methods import Method, Parameter, allocate, methods
from ._native import __version__
from ._numbers import amount, apportion, call, capabilities, convert
from ._organisation import organisation
from ._regulation import FacilityReport, ets_compliance, facility_report, obligations, steam_factor, toe
from ._seal import seal_key, seal_sign, seal_verify
from ._supplier import (
    SupplierAssessment,
    supplier_assess,
    supplier_ecovadis_medal,
    supplier_rba_vap,
    supplier_sets,
    supplier_size,
    supplier_vda63,
    supplier_vda63_potential,
)
from ._supplier_base import SupplierBase, SupplierRegion, supplier_base, supplier_region
from ._supply import SupplyFigures, SupplyPlan, supply_explain, supply_plan
from ._table import Table
from ._lots import Trace, TracePath, trace
from ._trace import TraceAnswer, custody_check, eudr_check, lot_check, origin_assess
from ._uncertainty import Quality, UncertainFigure, Uncertainty, quality, trend, uncertainty
from .errors import Error, FactorMissing, InputError, InternalError, Stopped, UnitError

__all__ = [
    "BaseYear",
    "CbamDeclaration",
    "CbamEmbedded",
    "CbamQuarterly",
    "CbamReport",
    "CbamTemplate",
    "Chart",
    "ComputedFootprint",
    "Diff",
    "Disclosure",
    "EnergyAccount",
    "Error",
    "Explanation",
    "FacilityReport",
    "FactorMissing",
    "Figures",
    "FootprintView",
    "Footprints",
    "FrameworkReport",
    "FrameworkTable",
    "GasFigure",
    "GasLine",
    "HourlyMatching",
    "ImportedPack",
    "InputError",
    "Intensities",
    "InternalError",
    "Inventory",
    "Ledger",
    "Leg",
    "Method",
    "Parameter",
    "Quality",
    "AnswerVerification",
    "ReportVerification",
    "Series",
    "Shipment",
    "Step",
    "Stopped",
    "SupplierAssessment",
    "SupplierBase",
    "SupplierRegion",
    "SupplyFigures",
    "SupplyPlan",
    "Table",
    "Targets",
    "Trace",
    "TraceAnswer",
    "TracePath",
    "UncertainFigure",
    "Uncertainty",
    "UnitError",
    "__version__",
    "allocate",
    "amount",
    "apportion",
    "base_year",
    "bundle_redact",
    "bundle_seal",
    "bundle_verify",
    "call",
    "capabilities",
    "cbam_calendar",
    "cbam_declare",
    "cbam_embedded",
    "cbam_explain",
    "cbam_figures",
    "cbam_goods",
    "cbam_price",
    "cbam_quarterly",
    "cbam_quarterly_read",
    "cbam_report",
    "cbam_scenarios",
    "cbam_scenarios_report",
    "cbam_template",
    "cbam_values",
    "chart_data",
    "check_pack",
    "convert",
    "credential_sign",
    "credential_verify",
    "custody_check",
    "diff",
    "disclosure_check",
    "disclosure_fill",
    "disclosure_form",
    "disclosure_read",
    "disclosure_taxonomies",
    "disclosure_verify",
    "document",
    "energy_account",
    "ets_compliance",
    "eudr_check",
    "event_hashes",
    "explain",
    "facility_report",
    "footprint_check",
    "footprint_compute",
    "footprint_migrate",
    "footprint_openlca",
    "footprint_read_sheet",
    "footprint_sheet",
    "footprint_transport",
    "footprint_view",
    "framework_report",
    "framework_table",
    "hourly_matching",
    "identify",
    "import_factors",
    "import_formats",
    "intensity",
    "inventory",
    "lot_check",
    "merge",
    "merkle_check",
    "merkle_tree",
    "methods",
    "obligations",
    "organisation",
    "origin_assess",
    "packs",
    "pdf",
    "quality",
    "read_events",
    "read_ledger",
    "seal_key",
    "seal_sign",
    "seal_verify",
    "search_factors",
    "show_factor",
    "steam_factor",
    "supplier_assess",
    "supplier_base",
    "supplier_ecovadis_medal",
    "supplier_rba_vap",
    "supplier_region",
    "supplier_sets",
    "supplier_size",
    "supplier_vda63",
    "supplier_vda63_potential",
    "supply_explain",
    "supply_plan",
    "targets",
    "toe",
    "trace",
    "trend",
    "uncertainty",
    "verify_answer",
    "verify_report",
    "workbook",
]
