package org.zhibao.certificate;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** The key and the certificate of our authority, in a PKCS#12 file that only the platform's user may read. */
record AuthorityKeys(PrivateKey key, X509Certificate certificate) {

    private static final String ALIAS = "zhibao-ca";
    private static final int YEARS = 10;

    /** Reads them, and makes them before if there is no such file. */
    static AuthorityKeys at(Path location, char[] password, Instant now) {
        try {
            if (!Files.exists(location)) {
                create(location, password, now);
            }
            return read(location, password);
        } catch (IOException | GeneralSecurityException | OperatorCreationException failed) {
            throw new IllegalStateException("the certificate authority in " + location + " cannot be used ("
                    + failed.getMessage() + "): check zhibao.certificates.authority.location and .password", failed);
        }
    }

    private static AuthorityKeys read(Path location, char[] password) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(location)) {
            store.load(in, password);
        }
        if (!(store.getKey(ALIAS, password) instanceof PrivateKey key)
                || !(store.getCertificate(ALIAS) instanceof X509Certificate certificate)) {
            throw new GeneralSecurityException("no entry " + ALIAS);
        }
        return new AuthorityKeys(key, certificate);
    }

    /** Written whole or not at all; of two nodes that start at once the first one's stays. */
    private static void create(Path location, char[] password, Instant now)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        KeyPair pair = EllipticKeys.pair();
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(ALIAS, pair.getPrivate(), password, new X509Certificate[] {selfSigned(pair, now)});
        Path directory = location.toAbsolutePath().getParent();
        Files.createDirectories(directory);
        Path written = Files.createTempFile(directory, "ca", ".new", ownerOnly());
        try {
            try (OutputStream out = Files.newOutputStream(written)) {
                store.store(out, password);
            }
            Files.createLink(location, written);
        } catch (FileAlreadyExistsException other) {
            // made by somebody else in the meantime, and read from there
        } finally {
            Files.delete(written);
        }
    }

    private static X509Certificate selfSigned(KeyPair pair, Instant now)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        X500Name name = new X500Name("CN=Zhibao Client CA " + Long.toString(now.getEpochSecond(), Character.MAX_RADIX)
                + ",O=Zhibao");
        JcaX509ExtensionUtils extensions = new JcaX509ExtensionUtils();
        return new JcaX509CertificateConverter().getCertificate(new JcaX509v3CertificateBuilder(name, EllipticKeys.serial(),
                Date.from(now.minus(CertificateAuthority.SKEW)), Date.from(now.plus(YEARS * 365L, ChronoUnit.DAYS)), name,
                pair.getPublic())
                .addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
                .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign))
                .addExtension(Extension.subjectKeyIdentifier, false,
                        extensions.createSubjectKeyIdentifier(pair.getPublic()))
                .build(new JcaContentSignerBuilder(CertificateAuthority.SIGNATURE).build(pair.getPrivate())));
    }

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
                : new FileAttribute<?>[0];
    }
}
