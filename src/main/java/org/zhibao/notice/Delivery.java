package org.zhibao.notice;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One notice on its way out by one channel; written with the notice, moved on by {@link DeliveryStore}. */
@Entity
@Table(name = "notice_delivery")
class Delivery {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "notice_delivery_seq")
    @SequenceGenerator(name = "notice_delivery_seq", sequenceName = "notice_delivery_seq", allocationSize = 50)
    private Long id;
    private long noticeId;
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Channel channel;
    private String address;
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private DeliveryState state;
    private int attempts;
    private Instant nextAt;
    private Instant triedAt;
    private Instant sentAt;
    private String error = "";

    protected Delivery() {
    }

    /** @param address empty if the person left none */
    Delivery(Notice notice, Channel channel, String address, Instant nextAt) {
        this.noticeId = notice.id();
        this.channel = channel;
        this.address = address;
        this.state = address.isEmpty() ? DeliveryState.NO_ADDRESS : DeliveryState.WAITING;
        this.nextAt = nextAt;
    }
}
