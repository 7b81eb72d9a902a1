package org.zhibao.registry;

/**
 * A further person to talk to at a unit, beside the one responsible for its reports.
 *
 * @param duty what for, such as {@code 环保专员}; may be empty
 */
public record UnitContact(long id, String name, String duty, String phone) {
}
