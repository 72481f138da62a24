//! The net: addresses, endpoints, mail addresses and the encodings of the web.

pub mod address;
mod dns;
mod endpoint;
mod entities;
mod mail;
mod network;
mod web;

use super::table::TypeTable;

pub(super) static TABLES: &[&TypeTable] =
    &[&address::TABLE, &dns::TABLE, &endpoint::TABLE, &mail::TABLE, &network::TABLE, &web::HTTP_UTILITY, &web::TABLE];
