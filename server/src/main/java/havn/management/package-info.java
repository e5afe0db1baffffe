/// The management port: `/live` (the process runs), `/ready` (it serves, and both stores answer),
/// `/metrics` (Prometheus). Listens on loopback unless `management-bind` says otherwise; nothing on
/// it changes anything.
@NullMarked
package havn.management;

import org.jspecify.annotations.NullMarked;
