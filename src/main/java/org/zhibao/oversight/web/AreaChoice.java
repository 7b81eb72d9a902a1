package org.zhibao.oversight.web;

import java.util.List;

/** An area to filter by, with the areas in it. */
record AreaChoice(String code, String name, List<AreaChoice> parts) {
}
