package org.zhibao.rule;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A rule, expanded for one target and ready to be looked up when it fails.
 *
 * @param binding    what the names of its rule's texts stand for here
 * @param target     what tells findings of the rule apart; empty if there is one at most; a column inside a group
 * @param fields     codes of the cells it concerns; columns inside a group
 * @param references everything the outcome rests on
 * @param letNames   the names of the intermediate figures, in order
 * @param feel       FEEL text giving {@code []} if a needed cell is empty, {@code [false]} if {@code when} is false, else
 *                   {@code true}, the truth of each level, then the intermediate figures
 * @param zh         the message
 * @param en         the message in English
 */
record Check(Map<String, String> binding, String target, List<String> fields, Set<Reference> references, List<String> letNames, String feel,
             MessageTemplate zh, MessageTemplate en) {
}
