package org.zhibao.filing;

import org.springframework.data.jpa.repository.JpaRepository;

interface FilingDraftRepository extends JpaRepository<FilingDraft, Long> {
}
