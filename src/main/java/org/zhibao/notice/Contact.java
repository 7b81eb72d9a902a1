package org.zhibao.notice;

/**
 * Where a person is reached.
 *
 * @param email  empty if none
 * @param mobile eleven digits of a mainland mobile number; empty if none
 */
public record Contact(String email, String mobile) {

    static final Contact NONE = new Contact("", "");

    String address(Channel channel) {
        return channel == Channel.MAIL ? email : mobile;
    }
}
