package org.zhibao.filing;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.math.BigDecimal;
import org.springframework.data.domain.Persistable;

/** One accepted figure as a typed row, for statistics; a number in the indicator's unit, or a text. */
@Entity
@Table(name = "filing_figure")
class FigureRow implements Persistable<FigureRow.Id> {

    @Embeddable
    record Id(long filingId, String cell) implements Serializable {
    }

    @EmbeddedId
    private Id id;
    private BigDecimal numberValue;
    private String textValue;

    protected FigureRow() {
    }

    FigureRow(Id id, BigDecimal numberValue, String textValue) {
        this.id = id;
        this.numberValue = numberValue;
        this.textValue = textValue;
    }

    @Override
    public Id getId() {
        return id;
    }

    @Override
    public boolean isNew() {
        return true;
    }
}
