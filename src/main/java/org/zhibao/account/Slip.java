package org.zhibao.account;

/** An initial password on paper (密码条), told once. */
public record Slip(String userId, String name, String password) {
}
