package havn.channel.smpp;

import java.io.DataInputStream;
import java.io.IOException;
import org.jsmpp.DefaultPDUReader;
import org.jsmpp.InvalidCommandLengthException;
import org.jsmpp.PDUReader;
import org.jsmpp.bean.Command;

/// Reads PDUs of at most 16 KiB; the library would make room for any length that is announced.
final class ShortPdus implements PDUReader {

  static final int LONGEST = 16 * 1_024;

  private final PDUReader reader = new DefaultPDUReader();

  @Override
  public Command readPDUHeader(DataInputStream in)
      throws InvalidCommandLengthException, IOException {
    Command header = reader.readPDUHeader(in);
    if (header.getCommandLength() > LONGEST) {
      throw new InvalidCommandLengthException("a PDU has at most 16 KiB");
    }
    return header;
  }

  @Override
  public byte[] readPDU(DataInputStream in, Command header) throws IOException {
    return reader.readPDU(in, header);
  }

  @Override
  public byte[] readPDU(DataInputStream in, int length, int id, int status, int number)
      throws IOException {
    return reader.readPDU(in, length, id, status, number);
  }
}
