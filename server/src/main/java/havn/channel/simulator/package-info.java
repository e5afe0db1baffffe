/// The provider of a demonstration: a phone in the browser, behind two HTTP calls. It is handed
/// `POST <url>/phone/texts {"key","to","text"}` and answers `{"id"}`; `GET <url>/phone/texts/<key>`
/// says whether it had one before.
@NullMarked
package havn.channel.simulator;

import org.jspecify.annotations.NullMarked;
