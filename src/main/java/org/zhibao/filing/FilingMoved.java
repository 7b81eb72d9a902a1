package org.zhibao.filing;

/**
 * A person moved a filing; told in the transaction that moves it.
 *
 * @param filing as it stands now: after a submission that did not pass the check its status is
 *               {@link FilingStatus#CHECK_FAILED}
 * @param action what was done
 * @param reason the reason given; empty if none
 */
public record FilingMoved(FilingSummary filing, FilingAction action, String reason) {
}
