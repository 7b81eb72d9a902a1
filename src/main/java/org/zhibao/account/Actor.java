package org.zhibao.account;

/**
 * The person (or program) that acts.
 *
 * @param userId  the sign-in name
 * @param name    the name on screen
 * @param role    in which capacity
 * @param area    the area the role covers: a region code of two ({@code 43}), four ({@code 4301}) or six digits, always
 *                written with six ({@code 430000}, {@code 430100}, {@code 430102}); for an enterprise its county
 * @param orgCode the unit acted for, null unless the role is {@link Role#ENTERPRISE}
 */
public record Actor(String userId, String name, Role role, String area, String orgCode) {
}
