/// The provider Twilio, for SMS or for WhatsApp.
///
/// A text goes out as `POST <url>/2010-04-01/Accounts/<account>/Messages.json`, from a number or a
/// messaging service. Twilio knows no text again by a key of ours and cannot be asked for one; but
/// the address that it reports to carries our key (`<hook-url>/hooks/twilio?key=…`), and as Twilio
/// signs that address, a report names its text for certain. Over WhatsApp what we begin goes out in
/// approved content, whose variable `1` is the text.
///
/// What it sends is believed when `X-Twilio-Signature` fits the public address and the fields
/// ([havn.channel.twilio.Signature]). There is no time in it: who plays a request back tells only
/// what was told, under the same id.
@NullMarked
package havn.channel.twilio;

import org.jspecify.annotations.NullMarked;
