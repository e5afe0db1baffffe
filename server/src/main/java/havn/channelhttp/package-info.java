/// The port of the role `channels`: what consoles tell it themselves, so that the desk role never
/// has a phone number. A console asks from the desk's origin, with its session; every request
/// names one of those origins.
@NullMarked
package havn.channelhttp;

import org.jspecify.annotations.NullMarked;
