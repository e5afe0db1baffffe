package havn.channel.smpp;

import havn.channel.Handed;
import havn.channel.PhoneNumber;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SMSCDeliveryReceipt;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.SMPPSession;

/// One text of ours on its way, part by part. Blocks for at most 9 s.
///
/// @param sender our number or name
record Submission(SMPPSession session, String sender, PhoneNumber to, List<Part> parts) {

  private static final Duration BEGIN_LAST = Duration.ofSeconds(5);
  private static final long PAUSE_MILLIS = 500;
  private static final byte UDHI = 0x40;

  /// Hands the parts over. A later part that has no room for now was certainly not taken, and is
  /// tried again every 0.5 s while the last may still begin; whatever else goes wrong after the
  /// first was taken leaves it unknown.
  Handed run(SmppChannel.Ids ids, InstantSource clock) {
    Instant last = clock.instant().plus(BEGIN_LAST);
    String id = "";
    int i = 0;
    while (i < parts.size()) {
      if (clock.instant().isAfter(last)) {
        return new Handed.Unknown();
      }
      try {
        id = submit(parts.get(i), i == parts.size() - 1);
        i++;
      } catch (NegativeResponseException refused) {
        Handed.Why why = why(refused.getCommandStatus());
        if (i == 0) {
          return new Handed.Refused(why);
        }
        if (why != Handed.Why.TOO_FAST || !paused()) {
          return new Handed.Unknown();
        }
      } catch (PDUException
          | ResponseTimeoutException
          | InvalidResponseException
          | IOException silent) {
        return new Handed.Unknown();
      }
    }
    return id.isEmpty() ? new Handed.Unknown() : new Handed.Accepted(ids.answered(id));
  }

  /// On a thread that is there to block.
  private static boolean paused() {
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      return true;
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private String submit(Part part, boolean last)
      throws PDUException,
          ResponseTimeoutException,
          InvalidResponseException,
          NegativeResponseException,
          IOException {
    boolean number = sender.matches("\\+?[0-9]{6,15}");
    boolean shortOne = sender.matches("[0-9]{3,5}");
    TypeOfNumber kind =
        number
            ? TypeOfNumber.INTERNATIONAL
            : shortOne ? TypeOfNumber.NETWORK_SPECIFIC : TypeOfNumber.ALPHANUMERIC;
    var answer =
        session.submitShortMessage(
            "",
            kind,
            number ? NumberingPlanIndicator.ISDN : NumberingPlanIndicator.UNKNOWN,
            number ? sender.replace("+", "") : sender,
            TypeOfNumber.INTERNATIONAL,
            NumberingPlanIndicator.ISDN,
            to.e164().substring(1),
            new ESMClass(part.headed() ? UDHI : 0),
            (byte) 0,
            (byte) 0,
            null,
            null,
            new RegisteredDelivery(
                last ? SMSCDeliveryReceipt.SUCCESS_FAILURE : SMSCDeliveryReceipt.DEFAULT),
            (byte) 0,
            new RawDataCoding(part.coding()),
            (byte) 0,
            part.bytes());
    return answer.getMessageId() == null ? "" : answer.getMessageId();
  }

  /// The command status of SMPP 3.4, 5.1.3.
  private static Handed.Why why(int status) {
    return switch (status) {
      case SMPPConstant.STAT_ESME_RTHROTTLED, SMPPConstant.STAT_ESME_RMSGQFUL ->
          Handed.Why.TOO_FAST;
      case SMPPConstant.STAT_ESME_RINVDSTADR,
          SMPPConstant.STAT_ESME_RINVDSTTON,
          SMPPConstant.STAT_ESME_RINVDSTNPI ->
          Handed.Why.NUMBER;
      case SMPPConstant.STAT_ESME_RINVMSGLEN -> Handed.Why.TEXT;
      case SMPPConstant.STAT_ESME_RSYSERR, SMPPConstant.STAT_ESME_RSUBMITFAIL ->
          Handed.Why.UNREACHABLE;
      default -> Handed.Why.ACCOUNT;
    };
  }

  @Override
  public String toString() {
    return "Submission[" + parts.size() + " parts]";
  }
}
