/// A helpline service: the name it shows, its lanes, languages, hours, origins and limits.
///
/// A service is kept as one JSON document, read strictly by [havn.service.ServiceText]: what is
/// missing, misspelt or out of bounds is named with its path and its fix, and the service stays as
/// it was. After hours a service may name another one, or an organisation by phone; chains, loops
/// and names across audiences are refused when saved ([havn.service.Transfers]). Limits: 64
/// services, 32 languages, 16 lanes, 32 origins, 16 emergency numbers.
@NullMarked
package havn.service;

import org.jspecify.annotations.NullMarked;
