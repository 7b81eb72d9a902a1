package org.zhibao.account;

/** Carries out a run that makes accounts: has {@link AccountIssues#makeNext} called until all are made. */
public interface IssueProcess {

    /** Begins, once the transaction has ended. */
    void start(long issueId, String area);
}
