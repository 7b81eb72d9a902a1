package org.zhibao.workflow;

import java.util.List;
import org.zhibao.casefile.CaseEvent;

/** Knows some of what the engine remembers of a process instance. */
interface EngineEvents {

    List<CaseEvent> of(String processInstanceId);
}
