/// A helpline service: the name it shows, its lanes, languages, hours, origins and limits.
///
/// A service is kept as one JSON document, read strictly by [havn.service.ServiceText]: what is
/// missing, misspelt or out of bounds is named with its path and its fix, and the service stays as
/// it was. After hours a service may name another one, or an organisation by phone; chains, loops
/// and names across audiences are refused when saved ([havn.service.Transfers]).
///
/// Coordinators write a draft, which may be unfinished, and publish it as the next edition of the
/// service ([havn.service.Editions]). A service that is taken off is closed at all hours and stays
/// where it is, so that chats that are open go on and what was left can still be read.
///
/// Limits: 100 services, 32 languages, 16 lanes, 32 origins, 16 emergency numbers; 20 editions and
/// one draft of 64 KiB each.
@NullMarked
package havn.service;

import org.jspecify.annotations.NullMarked;
