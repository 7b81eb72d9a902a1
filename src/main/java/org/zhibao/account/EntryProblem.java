package org.zhibao.account;

import java.util.Locale;

/** Why somebody whose password is right is not let in the way it comes. */
public enum EntryProblem {
    /** It comes from outside the private network and shows no certificate. */
    MISSING,
    /** The certificate is none that was issued or registered here: foreign, self-signed, made up. */
    FOREIGN,
    /** The certificate has ended. */
    EXPIRED,
    /** The certificate has not begun. */
    EARLY,
    /** The certificate was revoked. */
    REVOKED,
    /** The certificate belongs to another account. */
    OTHER;

    /** As it stands in addresses and message keys. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
