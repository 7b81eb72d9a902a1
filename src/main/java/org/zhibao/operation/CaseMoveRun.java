package org.zhibao.operation;

import java.time.Clock;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Carries out a dry run or a move: takes down the cases it is about, then does them chunk by chunk. Each chunk is a
 * transaction of its own, in which its rows of the log are written as well, so that a crash loses at most the chunk under
 * way and repeats none. When a chunk fails as a whole, its cases are done one by one, so that one case cannot hold up the
 * others.
 */
@Service
@Transactional
public class CaseMoveRun {

    /** Few enough that who acts on one of the cases meanwhile waits for well under a second. */
    public static final int MOVED_AT_ONCE = 50;
    /** Of cases that are only looked at. */
    public static final int CHECKED_AT_ONCE = 200;

    private static final Logger LOG = LoggerFactory.getLogger(CaseMoveRun.class);
    private static final int LISTED_AT_ONCE = 1000;

    private final CaseMoves moves;
    private final CaseMoveCases cases;
    private final CaseEngine engine;
    private final Clock clock;

    CaseMoveRun(CaseMoves moves, CaseMoveCases cases, CaseEngine engine, Clock clock) {
        this.moves = moves;
        this.cases = cases;
        this.engine = engine;
        this.clock = clock;
    }

    /** Takes down the open cases. */
    public void begin(long moveId) {
        CaseMove move = moves.require(moveId);
        int listed = move.order().from().stream().mapToInt(version -> list(move, version)).sum();
        moves.begun(moveId, listed, clock.instant());
    }

    private int list(CaseMove move, int version) {
        int listed = 0;
        String after = "";
        List<OpenCase> found;
        do {
            found = engine.openCases(move.order().process(), version, after, LISTED_AT_ONCE);
            cases.add(move.id(), found);
            listed += found.size();
            after = found.isEmpty() ? after : found.get(found.size() - 1).processInstanceId();
        } while (found.size() == LISTED_AT_ONCE);
        return listed;
    }

    /** Does the next cases; gives whether there are no more. */
    public boolean next(long moveId) {
        CaseMove move = moves.require(moveId);
        int limit = move.kind() == CaseMove.Kind.CHECK ? CHECKED_AT_ONCE : MOVED_AT_ONCE;
        List<OpenCase> next = cases.next(moveId, limit);
        if (!next.isEmpty()) {
            together(move, next);
        }
        if (next.size() < limit) {
            moves.finished(moveId, clock.instant());
            return true;
        }
        moves.advanced(moveId, clock.instant());
        return false;
    }

    private void together(CaseMove move, List<OpenCase> chunk) {
        try {
            engine.apart(() -> settle(move, chunk));
        } catch (RuntimeException someOfThem) {
            LOG.info("A chunk of move {} is done case by case: {}", move.id(), someOfThem.toString());
            chunk.forEach(one -> alone(move, one));
        }
    }

    private void alone(CaseMove move, OpenCase one) {
        try {
            engine.apart(() -> settle(move, List.of(one)));
        } catch (RuntimeException failure) {
            MoveProblem problem = engine.busy(failure) ? MoveProblem.BUSY
                    : failure instanceof ClockNotKept ? MoveProblem.CLOCK : MoveProblem.ENGINE;
            if (problem == MoveProblem.ENGINE) {
                LOG.warn("Case {} stays on its version", one.processInstanceId(), failure);
            }
            cases.done(move.id(), List.of(CaseVerdict.stays(one.processInstanceId(), problem, failure.getMessage())));
        }
    }

    private void settle(CaseMove move, List<OpenCase> chunk) {
        chunk.stream().collect(Collectors.groupingBy(OpenCase::version, TreeMap::new, Collectors.toList()))
                .forEach((version, ofVersion) -> {
                    MoveOrder order = new MoveOrder(move.order().process(), List.of(version), move.order().to(),
                            move.order().steps());
                    cases.done(move.id(), move.kind() == CaseMove.Kind.CHECK ? engine.check(order, ofVersion)
                            : engine.move(order, ofVersion));
                });
    }
}
