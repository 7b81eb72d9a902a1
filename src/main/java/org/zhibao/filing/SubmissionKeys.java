package org.zhibao.filing;

import org.springframework.data.jpa.repository.JpaRepository;

interface SubmissionKeys extends JpaRepository<SubmissionKey, SubmissionKey.Id> {
}
