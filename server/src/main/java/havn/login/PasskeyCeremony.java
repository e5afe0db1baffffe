package havn.login;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.exception.DataConversionException;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.CollectedClientData;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.VerificationException;
import havn.kernel.id.StaffId;
import havn.kernel.secret.Secret;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;

/// The two ceremonies of WebAuthn level 3 (sections 7.1 and 7.2), over the JSON a browser's
/// `PublicKeyCredential.toJSON()` gives. User verification is required, attestation is not asked
/// for. What does not hold is answered with empty, without a reason.
public final class PasskeyCeremony {

  /// COSE algorithms offered, preferred first: ES256, EdDSA, RS256.
  public static final List<Integer> ALGORITHMS = List.of(-7, -8, -257);

  private static final List<PublicKeyCredentialParameters> PARAMETERS =
      ALGORITHMS.stream()
          .map(
              number ->
                  new PublicKeyCredentialParameters(
                      PublicKeyCredentialType.PUBLIC_KEY, COSEAlgorithmIdentifier.create(number)))
          .toList();

  private final ObjectConverter converter = new ObjectConverter();
  private final WebAuthnManager verifier =
      WebAuthnManager.createNonStrictWebAuthnManager(converter);
  private final AttestedCredentialDataConverter attested =
      new AttestedCredentialDataConverter(converter);

  /// A browser's answer that was read but not verified.
  sealed interface Answer {
    Secret challenge();
  }

  record Made(Secret challenge, RegistrationData data) implements Answer {}

  record Asserted(Secret challenge, byte[] credential, AuthenticationData data) implements Answer {}

  Optional<Made> readMade(String json) {
    return unlessRefused(
        () -> {
          RegistrationData data = verifier.parseRegistrationResponseJSON(json);
          return Optional.ofNullable(data.getCollectedClientData())
              .map(client -> new Made(challenge(client), data));
        });
  }

  Optional<Asserted> readAsserted(String json) {
    return unlessRefused(
        () -> {
          AuthenticationData data = verifier.parseAuthenticationResponseJSON(json);
          CollectedClientData client = data.getCollectedClientData();
          var credential = data.getCredentialId();
          return client == null || credential == null
              ? Optional.empty()
              : Optional.of(
                  new Asserted(
                      challenge(client), Arrays.copyOf(credential, credential.length), data));
        });
  }

  /// The new passkey, when the answer holds for this origin and its own challenge.
  Optional<Passkey> verify(Made made, ConsoleOrigin origin, StaffId staff) {
    return unlessRefused(
        () -> {
          var expected =
              new RegistrationParameters(
                  expected(origin, made.challenge()), PARAMETERS, true, true);
          verifier.verify(made.data(), expected);
          return Optional.ofNullable(made.data().getAttestationObject())
              .map(object -> passkey(object.getAuthenticatorData(), staff));
        });
  }

  /// The passkey as it is after this sign-in, when the answer holds.
  Optional<Passkey> verify(Asserted asserted, ConsoleOrigin origin, Passkey known) {
    return unlessRefused(
        () -> {
          AuthenticationData data = asserted.data();
          var user = data.getUserHandle();
          if (user != null && user.length > 0 && !Arrays.equals(user, known.staff().bytes())) {
            return Optional.empty();
          }
          var expected =
              new AuthenticationParameters(
                  expected(origin, asserted.challenge()), record(known), null, true, true);
          verifier.verify(data, expected);
          return Optional.ofNullable(data.getAuthenticatorData())
              .map(
                  seen ->
                      new Passkey(
                          known.credential(),
                          known.staff(),
                          known.attested(),
                          seen.getSignCount(),
                          known.mayBackUp(),
                          seen.isFlagBS()));
        });
  }

  private Passkey passkey(AuthenticatorData<?> data, StaffId staff) {
    AttestedCredentialData key = data.getAttestedCredentialData();
    if (key == null) {
      throw new IllegalArgumentException("no credential in a registration");
    }
    return new Passkey(
        key.getCredentialId(),
        staff,
        attested.convert(key),
        data.getSignCount(),
        data.isFlagBE(),
        data.isFlagBS());
  }

  private CredentialRecordImpl record(Passkey known) {
    return new CredentialRecordImpl(
        new NoneAttestationStatement(),
        true,
        known.mayBackUp(),
        known.backedUp(),
        known.counter(),
        attested.convert(known.attested()),
        null,
        null,
        null,
        null);
  }

  private static ServerProperty expected(ConsoleOrigin origin, Secret challenge) {
    return ServerProperty.builder()
        .origin(new Origin(origin.text()))
        .rpId(origin.host())
        .challenge(new DefaultChallenge(challenge.bytes()))
        .build();
  }

  private static Secret challenge(CollectedClientData client) {
    return Secret.of(client.getChallenge().getValue());
  }

  private static <T> Optional<T> unlessRefused(Supplier<Optional<T>> ceremony) {
    try {
      return ceremony.get();
    } catch (DataConversionException
        | VerificationException
        | JacksonException
        | IllegalArgumentException
        | NullPointerException refused) {
      // The last three are how the library tells of text that is no answer.
      return Optional.empty();
    }
  }
}
